/**
 * Lets advertising rest for people who never react: no order and no measured click in so many days
 * and after so many messages. Opened mails say nothing. Whoever reacts is written to again.
 *
 * <p>Front door: {@link org.postpurchase.sunset.Sunset}.
 */
package org.postpurchase.sunset;
