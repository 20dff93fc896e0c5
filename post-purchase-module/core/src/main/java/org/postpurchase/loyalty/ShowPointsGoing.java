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
                .flatMap(programme -> of(programme, Owners.ofCustomer(customerId), expiresAt)));
  }

  private Optional<PointsGoing> of(Programme programme, String owner, Instant expiresAt) {
    return views.holdersOf(Collections.singleton(owner)).stream()
        .filter(holder -> !holder.frozen)
        .findFirst()
        .map(holder -> expiring.lots(holder.accountId, expiresAt))
        .filter(lots -> !lots.isEmpty())
        .map(lots -> going(programme, lots));
  }

  private static PointsGoing going(Programme programme, List<PointsLot> lots) {
    long points = lots.stream().mapToLong(PointsLot::available).sum();
    return new PointsGoing(programme, points, worth(programme, points, lots), lots);
  }

  /** In the currency of the newest purchase behind them, else in the only one there is. */
  private static Optional<Money> worth(Programme programme, long points, List<PointsLot> lots) {
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
    return tried.stream()
        .filter(listed::contains)
        .findFirst()
        .flatMap(currency -> programme.spending.worth(points, currency));
  }
}
