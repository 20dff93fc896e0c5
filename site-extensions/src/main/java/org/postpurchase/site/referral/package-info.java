/**
 * What shoppers meet of referrals: the ask on the confirmation page, in the account and on product
 * pages, the page that friends come to, an advocate's own page and the printed card.
 */
package org.postpurchase.site.referral;
