package org.postpurchase.referral.fraud;

import java.util.Arrays;
import java.util.List;
import org.postpurchase.referral.FraudSignal;

/** Those that come with the plugin; a store's own are added to them. */
public final class ShippedSignals {
  private ShippedSignals() {}

  public static List<FraudSignal> all() {
    return Arrays.asList(
        new SameMailbox(),
        new SamePayment(),
        new SameHome(),
        new SamePhone(),
        new SameDevice(),
        new KnownCustomer(),
        new KnownAccount(),
        new PublicCode(),
        new RefundCycling(),
        new Burst(),
        new SharedNetwork());
  }
}
