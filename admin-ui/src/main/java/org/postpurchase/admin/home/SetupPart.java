package org.postpurchase.admin.home;

import org.postpurchase.analytics.FigureStore;

/** A part of the set-up. */
public final class SetupPart {
  private static final String[] LINKS = {
    "/post-purchase-messages",
    "/post-purchase-templates",
    "/post-purchase-prompts",
    "/post-purchase-programme",
    "/post-purchase-series",
    "/post-purchase-review-settings",
    "/post-purchase-referrals"
  };

  private final FigureStore.Setup part;
  private final boolean done;

  SetupPart(FigureStore.Setup part, boolean done) {
    this.part = part;
    this.done = done;
  }

  public String getKey() {
    return part.name();
  }

  public boolean isDone() {
    return done;
  }

  public String getLink() {
    return LINKS[part.ordinal()];
  }
}
