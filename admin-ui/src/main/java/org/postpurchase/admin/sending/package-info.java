/** The screen on which a merchant says how often and when people get advertising. */
package org.postpurchase.admin.sending;
