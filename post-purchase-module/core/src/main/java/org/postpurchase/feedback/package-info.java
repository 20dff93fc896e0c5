/**
 * What providers of mail and text messages report back: deliveries, bounces, complaints.
 *
 * <p>Front doors: {@link org.postpurchase.feedback.MailFeedback} for mails, {@link
 * org.postpurchase.feedback.ProviderEvents} for the events of all providers, each of which is taken
 * once. Nothing here talks to a provider.
 */
package org.postpurchase.feedback;
