/**
 * What a shopper reads on the confirmation page: thanks, what happens next with dates, and room for
 * points and the referral ask.
 *
 * <p>Front door: {@link org.postpurchase.confirmation.ShowConfirmation}. It changes nothing; the
 * same order gives the same content at every refresh.
 */
package org.postpurchase.confirmation;
