package org.postpurchase.referral.fraud;

import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;

/**
 * The friend's order was taken into the advocate's account, or into one that had ordered before it:
 * no new customer, whatever address was typed at the checkout. Known only once that has happened.
 */
final class KnownAccount implements FraudSignal {
  private static final int MOST = 5;

  @Override
  public String key() {
    return "KNOWN_ACCOUNT";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    if (about.account > 0 && about.account == about.advocate.customerId) {
      return Optional.of("advocate:" + about.advocate.id);
    }
    return about.earlierOfAccount.stream()
        .limit(MOST)
        .map(order -> "order:" + order)
        .reduce((one, other) -> one + ", " + other);
  }
}
