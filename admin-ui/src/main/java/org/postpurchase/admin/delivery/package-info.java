/** The page about the delivery of messages: text messages, bounces, and the sender's domain. */
package org.postpurchase.admin.delivery;
