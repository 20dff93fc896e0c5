/**
 * Referrals: who recommends the shop, which first order came of it, and what both get for it.
 *
 * <p>Front doors: {@link org.postpurchase.referral.JoinReferrals} for whoever wants a link of their
 * own, {@link org.postpurchase.referral.FriendCodes} around a checkout, {@link
 * org.postpurchase.referral.JudgeReferralOnOrderFact} for what happens to the friend's order,
 * {@link org.postpurchase.referral.DecideReferral} for people. A reward in points is a pending lot
 * of the ledger from the first order on; nothing else waits for it.
 */
package org.postpurchase.referral;
