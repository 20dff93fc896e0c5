/**
 * The loyalty programme: what earns points and how many, when they mature and expire, and what they
 * are worth at checkout.
 *
 * <p>Front doors are {@link org.postpurchase.loyalty.AwardOnOrderFact} for orders, {@link
 * org.postpurchase.loyalty.AwardForEvent} for everything else, {@link
 * org.postpurchase.loyalty.RedeemPoints} for the checkout and {@link
 * org.postpurchase.loyalty.ShowPoints} for pages. Points themselves are moved by the ledger only.
 */
package org.postpurchase.loyalty;
