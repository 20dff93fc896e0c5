package org.postpurchase.site.redeem;

import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads the block's forms to what they do, under the cart's address as any channel may be there.
 */
public final class RedeemMapping extends SimpleUrlHandlerMapping {
  static final String PATH = "/cart/post-purchase/points";

  public RedeemMapping(HttpRequestHandler handler) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(PATH, handler));
  }
}
