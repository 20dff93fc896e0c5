package org.postpurchase.referral.fraud;

import java.util.List;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;

/** The friend gives a phone number that the advocate has given. */
final class SamePhone implements FraudSignal {
  @Override
  public String key() {
    return "SAME_PHONE";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    List<KnownPerson> shared = about.sharedWithAdvocate(KeyKind.PHONE);
    return shared.isEmpty() ? Optional.empty() : Optional.of(FraudCase.ids(shared));
  }
}
