/**
 * Where a member of a programme stands: tiers that are reached by matured points or by what was
 * spent, kept for a while, and lost one step at a time.
 *
 * <p>Front doors: {@link org.postpurchase.tier.Tiers} to ask, {@link
 * org.postpurchase.tier.KeepTiers} to keep standings true. A standing follows from the lots of the
 * ledger and the merchant's ladder; what a tier is good for is decided elsewhere.
 */
package org.postpurchase.tier;
