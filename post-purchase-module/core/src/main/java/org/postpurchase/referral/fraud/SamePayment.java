package org.postpurchase.referral.fraud;

import java.util.List;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;

/** The friend pays with a card or account that the advocate has paid with. */
final class SamePayment implements FraudSignal {
  @Override
  public String key() {
    return "SAME_PAYMENT";
  }

  @Override
  public int weight() {
    return 70;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    List<KnownPerson> shared = about.sharedWithAdvocate(KeyKind.PAYMENT);
    return shared.isEmpty() ? Optional.empty() : Optional.of(FraudCase.ids(shared));
  }
}
