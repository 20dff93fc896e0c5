/**
 * Campaigns: a page that takes photos and entries, and a draw by lot that anybody can check
 * afterwards.
 *
 * <p>Front doors: {@link org.postpurchase.campaign.Campaigns} for the page and for staff, {@link
 * org.postpurchase.campaign.EnterByMoments} for people who enter by what they do.
 */
package org.postpurchase.campaign;
