package org.postpurchase.referral.fraud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;

/**
 * Somebody with another address has ordered before with this name and home, phone or payment: no
 * new customer.
 */
public final class KnownCustomer implements FraudSignal {
  private static final KeyKind[] KINDS = {KeyKind.NAME_ADDRESS, KeyKind.PHONE, KeyKind.PAYMENT};

  @Override
  public String key() {
    return "KNOWN_CUSTOMER";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    List<KnownPerson> earlier = new ArrayList<>();
    for (KeyKind kind : KINDS) {
      earlier.addAll(about.earlierOrders(kind));
    }
    return earlier.isEmpty() ? Optional.empty() : Optional.of(FraudCase.ids(earlier));
  }
}
