package org.postpurchase.admin.home;

import org.postpurchase.analytics.FigureStore;

/** A part of the set-up. */
final class SetupPart {
  private final FigureStore.Setup part;
  public final boolean done;

  SetupPart(FigureStore.Setup part, boolean done) {
    this.part = part;
    this.done = done;
  }

  public String getKey() {
    return part.name();
  }

  public String getLink() {
    switch (part) {
      case BRAND:
        return "/post-purchase-brand";
      case MAIL:
        return "/post-purchase-delivery";
      case CONSENT:
        return "/post-purchase-consents";
      case THANK_YOU:
        return "/post-purchase-mails";
      case CONFIRMATION:
        return "/post-purchase-prompts";
      case SERIES:
        return "/post-purchase-designer";
      case PROGRAMME:
        return "/post-purchase-programme";
      case REVIEWS:
        return "/post-purchase-review-settings";
      default:
        return "/post-purchase-referrals";
    }
  }
}
