package org.postpurchase.site.catalogue;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads the buttons of the catalogue to what they do, under the address of the account's pages. */
final class RewardsMapping extends PlainMapping {
  static final String PATH = "/account/post-purchase/rewards";

  public RewardsMapping(HttpRequestHandler handler) {
    lead(PATH, handler);
  }
}
