package org.postpurchase.referral.fraud;

import java.util.List;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;

/**
 * The friend orders from a network that the advocate has used. Offices and dormitories share one,
 * so it counts only together with something else.
 */
final class SharedNetwork implements FraudSignal {
  @Override
  public String key() {
    return "SHARED_NETWORK";
  }

  @Override
  public int weight() {
    return 20;
  }

  @Override
  public boolean onlyWithOthers() {
    return true;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    List<KnownPerson> shared = about.sharedWithAdvocate(KeyKind.NETWORK);
    return shared.isEmpty() ? Optional.empty() : Optional.of(FraudCase.ids(shared));
  }
}
