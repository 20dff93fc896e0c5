package org.postpurchase.site.referral;

import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads to the pages of referrals past the store's interceptors, which forbid caches. */
final class ReferralMapping extends PlainMapping {

  public ReferralMapping(
      HttpRequestHandler friend,
      HttpRequestHandler status,
      HttpRequestHandler join,
      HttpRequestHandler refer) {
    lead(ReferralLinks.FRIEND + "**", friend);
    lead(ReferralLinks.STATUS + "**", status);
    lead(JoinHandler.PATH, join);
    lead(ReferralLinks.ASK + "**", refer);
  }
}
