package org.postpurchase.referral.fraud;

import java.util.List;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;

/**
 * The friend's parcel goes to a home that the advocate's parcels went to, however the address is
 * written.
 */
final class SameHome implements FraudSignal {
  @Override
  public String key() {
    return "SAME_HOME";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    List<KnownPerson> shared = about.sharedWithAdvocate(KeyKind.HOME);
    return shared.isEmpty() ? Optional.empty() : Optional.of(FraudCase.ids(shared));
  }
}
