package org.postpurchase.site.preferences;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads to the pages before any other mapping of the store, and past its interceptors. */
final class PreferencesMapping extends PlainMapping {
  public PreferencesMapping(HttpRequestHandler preferences, HttpRequestHandler confirm) {
    lead(PreferencesPath.PATTERN, preferences);
    lead(PreferencesPath.CONFIRM, confirm);
  }
}
