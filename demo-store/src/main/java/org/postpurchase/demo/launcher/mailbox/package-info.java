/**
 * The demo store's mailbox: a small SMTP server and the mails it received, kept in the shop's
 * database.
 */
package org.postpurchase.demo.launcher.mailbox;
