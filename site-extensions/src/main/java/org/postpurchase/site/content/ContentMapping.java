package org.postpurchase.site.content;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/**
 * Leads to the page of questions before any other mapping of the store, and past its interceptors:
 * those expect a customer and a cart.
 */
final class ContentMapping extends PlainMapping {

  public ContentMapping(HttpRequestHandler questions) {
    lead(QuestionsHandler.PATH, questions);
  }
}
