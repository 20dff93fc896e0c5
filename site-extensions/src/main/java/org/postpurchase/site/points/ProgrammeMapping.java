package org.postpurchase.site.points;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/**
 * Leads to the programme's page past the store's interceptors: those forbid caches to keep any
 * page.
 */
final class ProgrammeMapping extends PlainMapping {

  public ProgrammeMapping(String path, HttpRequestHandler page) {
    lead(path, page);
  }
}
