/** Referrals on this host: the merchant's settings, advocates' codes as offer codes, buyers. */
package org.postpurchase.broadleaf.referral;
