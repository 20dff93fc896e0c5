package org.postpurchase.site.click;

import org.postpurchase.click.ClickLinks;
import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads there past the store's interceptors, which expect a customer and a cart. */
public final class ClickMapping extends PlainMapping {
  public ClickMapping(HttpRequestHandler reports, HttpRequestHandler script) {
    lead(ClickPath.PATTERN, reports);
    lead(ClickLinks.SCRIPT, script);
  }
}
