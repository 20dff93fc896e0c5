package org.postpurchase.referral.fraud;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;

/** More friends of one advocate within a day than people usually have. */
final class Burst implements FraudSignal {
  private static final int USUAL = 10;

  @Override
  public String key() {
    return "BURST";
  }

  @Override
  public int weight() {
    return 30;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    Instant since = about.now.minus(Duration.ofDays(1));
    long fresh = about.others.stream().filter(other -> other.claim.at.isAfter(since)).count();
    return fresh >= USUAL ? Optional.of("referrals within a day:" + (fresh + 1)) : Optional.empty();
  }
}
