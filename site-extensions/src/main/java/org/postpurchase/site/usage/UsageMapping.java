package org.postpurchase.site.usage;

import org.postpurchase.occasion.UsageForm;
import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads to the page on which a buyer says how much a product is used. */
final class UsageMapping extends PlainMapping {
  public UsageMapping(HttpRequestHandler usage) {
    lead(UsageForm.PATH + "**", usage);
  }
}
