package org.postpurchase.site.review;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/**
 * Leads to our pages about reviews before any other mapping of the store, and past its
 * interceptors: those expect a customer and a cart.
 */
final class ReviewMapping extends PlainMapping {

  public ReviewMapping(
      HttpRequestHandler form,
      HttpRequestHandler photo,
      HttpRequestHandler policy,
      HttpRequestHandler feed,
      HttpRequestHandler campaign) {
    lead(ReviewPath.FORM, form);
    lead(ReviewPath.PHOTO, photo);
    lead(PolicyHandler.PATH, policy);
    lead(FeedHandler.PATH, feed);
    lead(CampaignHandler.PATTERN, campaign);
  }
}
