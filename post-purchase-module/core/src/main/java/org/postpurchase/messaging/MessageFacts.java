package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** What one message may show, and where its reader can stop such messages. */
public final class MessageFacts {
  public final Map<String, Object> model;

  /** Absolute address that takes RFC 8058 one-click POSTs; empty for messages without one. */
  public final String unsubscribeUrl;

  public MessageFacts(Map<String, Object> model, String unsubscribeUrl) {
    this.model = requireNonNull(model, "model");
    this.unsubscribeUrl = requireNonNull(unsubscribeUrl, "unsubscribeUrl");
  }
}
