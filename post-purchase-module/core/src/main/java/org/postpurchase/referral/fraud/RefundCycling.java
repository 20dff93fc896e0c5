package org.postpurchase.referral.fraud;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.ReferralState;

/** Friends of this advocate have ordered and sent everything back before. */
final class RefundCycling implements FraudSignal {
  @Override
  public String key() {
    return "REFUND_CYCLING";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    Instant since = about.now.minus(Duration.ofDays(180));
    long back =
        about.others.stream()
            .filter(other -> other.state == ReferralState.REVERSED)
            .filter(other -> other.changedAt.isAfter(since))
            .count();
    return back >= 2 ? Optional.of("reversed referrals:" + back) : Optional.empty();
  }
}
