package org.postpurchase.testkit;

import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;

/** The shipped five-part series. */
public final class FirstPurchase {
  private FirstPurchase() {}

  public static SeriesDefinition series() {
    return SeriesWorld.series(thankYou(), howTo(), review(), reward(), reminder());
  }

  public static Step thankYou() {
    return new Step.Builder("thank-you")
        .at(1, "Thank-you")
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "thank-you")
        .build();
  }

  public static Step howTo() {
    return marketing("how-to", 2, Anchor.SHIPPED, 2).aboutProducts(true).build();
  }

  public static Step review() {
    return marketing("review-request", 3, Anchor.DELIVERED, 10).aboutProducts(true).build();
  }

  public static Step reward() {
    return marketing("reward-code", 4, Anchor.DELIVERED, 21).reward(SeriesWorld.OFFER, 14).build();
  }

  public static Step reminder() {
    return marketing("reward-reminder", 5, Anchor.DELIVERED, 28)
        .onlyIf(ConditionType.REWARD_UNUSED, "reward-code")
        .build();
  }

  /** A marketing step whose key is its template's, valid for a day. */
  public static Step.Builder marketing(String key, int position, Anchor anchor, int days) {
    return new Step.Builder(key)
        .at(position, "Step " + position)
        .delay(anchor, days, 0)
        .validHours(24)
        .sends(Purpose.MARKETING, "EMAIL", key);
  }
}
