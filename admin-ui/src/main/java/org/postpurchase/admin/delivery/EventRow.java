package org.postpurchase.admin.delivery;

import java.net.URI;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.feedback.ProviderEvent;

/** Plain values of one event for the page. */
public final class EventRow {
  private final ProviderEvent event;
  private final Moments moments;

  EventRow(ProviderEvent event, Moments moments) {
    this.event = event;
    this.moments = moments;
  }

  public String getProvider() {
    return event.provider;
  }

  public String getKind() {
    return event.kind.name();
  }

  public String getAddress() {
    return event.address;
  }

  public String getDetail() {
    return isConfirmation() ? "" : event.detail;
  }

  public String getAt() {
    return moments.of(event.at);
  }

  /** Whether staff has to open an address to let a provider report. */
  boolean isConfirmation() {
    return event.kind == ProviderEvent.Kind.CONFIRMATION && !getLink().isEmpty();
  }

  /** Only an address of Amazon over HTTPS is shown as a link; empty for anything else. */
  public String getLink() {
    try {
      URI link = URI.create(event.detail);
      boolean amazon = link.getHost() != null && link.getHost().matches("sns\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?");
      return "https".equals(link.getScheme()) && amazon ? event.detail : "";
    } catch (IllegalArgumentException none) {
      return "";
    }
  }
}
