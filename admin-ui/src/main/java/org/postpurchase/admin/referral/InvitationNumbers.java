package org.postpurchase.admin.referral;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postpurchase.referral.invite.InvitationLaw;
import org.postpurchase.referral.invite.InvitationStore;
import org.postpurchase.referral.invite.InvitationVerdict;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/** What the screen tells about invitations that the shop sends. */
final class InvitationNumbers {
  private static final int DAYS = 30;

  private final InvitationStore store;
  private final InvitationLaw law;
  private final Shop shop;
  private final Transactions transactions;
  private final Clock clock;

  public InvitationNumbers(
      InvitationStore store, InvitationLaw law, Shop shop, Transactions transactions, Clock clock) {
    this.store = store;
    this.law = law;
    this.shop = shop;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How many addresses each verdict was given to in thirty days; verdicts without any are left out.
   */
  Map<String, Long> byVerdict() {
    String from = clock.instant().atZone(shop.zone).toLocalDate().minusDays(DAYS).toString();
    Map<InvitationVerdict, Long> counts = transactions.call(() -> store.counts(from));
    Map<String, Long> shown = new LinkedHashMap<>();
    counts.forEach((verdict, people) -> shown.put(verdict.name(), people));
    return shown;
  }

  /** Whether the law of the shop's own country allows them. */
  boolean isAllowed() {
    return law.allows(shop.countryCode);
  }

  String country() {
    return shop.countryCode;
  }

  String lawVersion() {
    return law.version();
  }
}
