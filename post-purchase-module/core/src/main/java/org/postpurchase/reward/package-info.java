/**
 * Owner-bound, single-use codes on the host's offers.
 *
 * <p>Front doors: {@link org.postpurchase.reward.IssueReward} to give one out, {@link
 * org.postpurchase.reward.RedeemReward} around a checkout. What a code is worth is the host's
 * business; who may use it, until when and how often is decided here.
 */
package org.postpurchase.reward;
