package org.postpurchase.site.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads to our pages about reviews before any other mapping of the store, and past its
 * interceptors: those expect a customer and a cart.
 */
final class ReviewMapping extends SimpleUrlHandlerMapping {

  public ReviewMapping(
      HttpRequestHandler form,
      HttpRequestHandler photo,
      HttpRequestHandler policy,
      HttpRequestHandler feed,
      HttpRequestHandler campaign) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    Map<String, HttpRequestHandler> pages = new HashMap<>();
    pages.put(ReviewPath.FORM, form);
    pages.put(ReviewPath.PHOTO, photo);
    pages.put(PolicyHandler.PATH, policy);
    pages.put(FeedHandler.PATH, feed);
    pages.put(CampaignHandler.PATTERN, campaign);
    setUrlMap(pages);
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
