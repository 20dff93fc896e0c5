/**
 * Messages from the moment they are decided until a mail server has taken them.
 *
 * <p>Front doors: {@link org.postpurchase.messaging.MessageStore} to queue, {@link
 * org.postpurchase.messaging.MessageSender} to send, {@link org.postpurchase.messaging.Renderer} to
 * render. It never decides whether somebody should get a message.
 */
package org.postpurchase.messaging;
