package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardGrant;
import org.postpurchase.reward.RewardState;

/** A made-up code to try texts on. */
public final class ExampleReward {
  private ExampleReward() {}

  public static RewardCode at(Instant now) {
    return new RewardCode(
        1,
        "ABCDE-FGHJK-23456",
        new RewardGrant("example", 1, "alex@example.com", 1, 1, "example"),
        "10%",
        RewardState.ISSUED,
        now,
        now.plus(Duration.ofDays(14)),
        0,
        null);
  }
}
