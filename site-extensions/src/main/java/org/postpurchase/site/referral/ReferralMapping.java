package org.postpurchase.site.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.referral.ReferralLinks;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads to the pages of referrals past the store's interceptors, which forbid caches. */
final class ReferralMapping extends SimpleUrlHandlerMapping {

  public ReferralMapping(
      HttpRequestHandler friend,
      HttpRequestHandler status,
      HttpRequestHandler join,
      HttpRequestHandler refer) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    Map<String, Object> pages = new HashMap<>();
    pages.put(ReferralLinks.FRIEND + "**", friend);
    pages.put(ReferralLinks.STATUS + "**", status);
    pages.put(JoinHandler.PATH, join);
    pages.put(ReferralLinks.ASK + "**", refer);
    setUrlMap(pages);
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
