package org.postpurchase.referral.fraud;

import java.util.List;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;

/** The friend orders in a browser that the advocate has used. */
final class SameDevice implements FraudSignal {
  @Override
  public String key() {
    return "SAME_DEVICE";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    List<KnownPerson> shared = about.sharedWithAdvocate(KeyKind.DEVICE);
    return shared.isEmpty() ? Optional.empty() : Optional.of(FraudCase.ids(shared));
  }
}
