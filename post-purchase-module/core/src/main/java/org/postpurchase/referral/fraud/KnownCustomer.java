package org.postpurchase.referral.fraud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;
import org.postpurchase.referral.MailboxIdentity;

/**
 * Somebody with another address has ordered before with this name and home, phone or payment: no
 * new customer. What many people share, such as the number of a reception desk, tells nothing.
 */
final class KnownCustomer implements FraudSignal {
  /** More mailboxes than one person is likely to order with. */
  private static final int SHARED = 5;

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
      List<KnownPerson> same = about.earlierOrders(kind);
      boolean shared =
          same.stream().map(p -> MailboxIdentity.of(p.contact)).distinct().count() > SHARED;
      if (!shared) {
        earlier.addAll(same);
      }
    }
    return earlier.isEmpty() ? Optional.empty() : Optional.of(FraudCase.ids(earlier));
  }
}
