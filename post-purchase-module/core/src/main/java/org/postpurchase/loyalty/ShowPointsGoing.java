package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Transactions;

/** Says which points of a member expire at a moment. Changes nothing. */
public final class ShowPointsGoing {
  private final ProgrammeReader programmes;
  private final LedgerViews views;
  private final ExpiringPoints expiring;
  private final Transactions transactions;

  public ShowPointsGoing(
      ProgrammeReader programmes,
      LedgerViews views,
      ExpiringPoints expiring,
      Transactions transactions) {
    this.programmes = programmes;
    this.views = views;
    this.expiring = expiring;
    this.transactions = transactions;
  }

  /**
   * Empty when none do: that moment has come, or the points were used, taken back, moved or given
   * another day. Also while the account is frozen, since nothing expires then, and while the
   * programme is switched off, since nobody could use them.
   */
  public Optional<PointsGoing> of(long customerId, Instant expiresAt, Instant now) {
    return transactions.call(
        () ->
            programmes
                .active()
                .filter(programme -> expiresAt.isAfter(now))
                .flatMap(
                    programme -> of(programme, Owners.ofCustomer(customerId), expiresAt, now)));
  }

  private Optional<PointsGoing> of(
      Programme programme, String owner, Instant expiresAt, Instant now) {
    return views.holdersOf(Collections.singleton(owner)).stream()
        .filter(holder -> !holder.frozen)
        .findFirst()
        .flatMap(holder -> of(programme, holder.accountId, expiresAt, now));
  }

  private Optional<PointsGoing> of(
      Programme programme, long accountId, Instant expiresAt, Instant now) {
    List<PointsLot> lots = expiring.lots(accountId, expiresAt);
    if (lots.isEmpty()) {
      return Optional.empty();
    }
    long points = lots.stream().mapToLong(PointsLot::available).sum();
    Optional<Currency> currency = currency(programme, lots);
    Optional<PointsUse> use =
        currency.map(c -> PointsUse.of(programme, views.balance(accountId, now), c));
    Optional<Money> worth =
        use.filter(u -> u.state == PointsUse.State.READY)
            .flatMap(u -> programme.spending.worth(points, currency.get()));
    return Optional.of(new PointsGoing(programme, points, worth, use, lots));
  }

  /** That of the newest purchase behind them, else the only one there is. */
  private static Optional<Currency> currency(Programme programme, List<PointsLot> lots) {
    List<Currency> listed = programme.spending.rates.currencies();
    List<Currency> tried = new ArrayList<>();
    for (int i = lots.size() - 1; i >= 0; i--) {
      if (!lots.get(i).cause.currency.isEmpty()) {
        tried.add(Currency.getInstance(lots.get(i).cause.currency));
      }
    }
    if (listed.size() == 1) {
      tried.add(listed.get(0));
    }
    return tried.stream().filter(listed::contains).findFirst();
  }
}
