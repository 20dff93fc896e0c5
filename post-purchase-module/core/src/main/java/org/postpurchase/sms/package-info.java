/**
 * Text messages as a second channel beside e-mail.
 *
 * <p>Front doors: {@link org.postpurchase.sms.SmsChannel} sends by an {@link
 * org.postpurchase.sms.SmsProvider}, {@link org.postpurchase.sms.SmsInbox} takes what people answer
 * and {@link org.postpurchase.sms.SmsReports} what became of messages. Numbers come from orders; an
 * advertisement goes only to a number whose holder has answered YES. When messages may leave is not
 * decided here.
 */
package org.postpurchase.sms;
