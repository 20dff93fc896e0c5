package org.postpurchase.site.catalogue;

import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads the buttons of the catalogue to what they do, under the address of the account's pages. */
final class RewardsMapping extends SimpleUrlHandlerMapping {
  static final String PATH = "/account/post-purchase/rewards";

  public RewardsMapping(HttpRequestHandler handler) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(PATH, handler));
  }
}
