/**
 * Rewards that shoppers buy with points, each as a code of their own on one of the host's offers.
 *
 * <p>Front doors are {@link org.postpurchase.catalogue.ShowCatalogue} for pages and {@link
 * org.postpurchase.catalogue.BuyReward} for the button. What a code is worth, and which product it
 * makes free, is the offer's business; who may have how many, and for how many points, is decided
 * here.
 */
package org.postpurchase.catalogue;
