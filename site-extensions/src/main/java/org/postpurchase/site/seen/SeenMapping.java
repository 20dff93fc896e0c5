package org.postpurchase.site.seen;

import org.postpurchase.interest.Interests;
import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads to what hears of products that are looked at. */
public final class SeenMapping extends PlainMapping {
  public SeenMapping(HttpRequestHandler seen) {
    lead(Interests.PATH + "**", seen);
  }
}
