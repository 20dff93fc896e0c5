package org.postpurchase.site.service;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/**
 * Leads to the pages of surveys and problems before any other mapping of the store, and past its
 * interceptors: those expect a customer and a cart.
 */
final class ServiceMapping extends PlainMapping {

  public ServiceMapping(HttpRequestHandler survey, HttpRequestHandler help) {
    lead(ServicePath.SURVEY, survey);
    lead(ServicePath.HELP, help);
  }
}
