/**
 * How much advertising one person gets, and when: the contact budget of each channel, the hours in
 * which messages may be sent, and what the person wishes.
 *
 * <p>Front doors: {@link org.postpurchase.restraint.ContactBudget} for a set of people who are
 * about to be written to, {@link org.postpurchase.restraint.SendingHours} for the hours, and {@link
 * org.postpurchase.restraint.Preferences} for the page on which people say what they want. It does
 * not decide whether somebody has consented; that is the feature consent.
 */
package org.postpurchase.restraint;
