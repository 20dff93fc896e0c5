package org.postpurchase.campaign;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.Money;

/**
 * What a campaign has cost and what was ordered by those who took part. Orders are counted because
 * they came after the entry; whether they came because of it nobody knows. Immutable.
 */
public final class CampaignReport {
  /** Within so many days after entering an order is counted. */
  public static final int DAYS = 30;

  public final int entries;

  /** Empty while the shop has not said what it cost. */
  public final Optional<Money> cost;

  /** One for each currency; none for no orders. */
  public final List<CampaignSales.Sold> sold;

  public CampaignReport(int entries, Optional<Money> cost, List<CampaignSales.Sold> sold) {
    this.entries = entries;
    this.cost = requireNonNull(cost, "cost");
    this.sold = Collections.unmodifiableList(new ArrayList<>(sold));
  }

  public long orders() {
    return sold.stream().mapToLong(s -> s.orders).sum();
  }

  /** Empty without entries or without a cost; rounded half up to the smallest coin. */
  public Optional<Money> costOfEntry() {
    return each(entries);
  }

  /** Likewise for each order. */
  public Optional<Money> costOfOrder() {
    return each(orders());
  }

  private Optional<Money> each(long number) {
    return number == 0
        ? Optional.empty()
        : cost.map(
            all ->
                Money.ofMinor(
                    BigDecimal.valueOf(all.amountMinor())
                        .divide(BigDecimal.valueOf(number), 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                    all.currency()));
  }
}
