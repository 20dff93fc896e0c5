package org.postpurchase.referral.fraud;

import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;

/**
 * The friend reads the mail of the advocate: dots, +tags and names of one provider make no
 * difference.
 */
final class SameMailbox implements FraudSignal {
  @Override
  public String key() {
    return "SAME_MAILBOX";
  }

  @Override
  public int weight() {
    return 100;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    return about.isSameMailbox() ? Optional.of("advocate:" + about.advocate.id) : Optional.empty();
  }
}
