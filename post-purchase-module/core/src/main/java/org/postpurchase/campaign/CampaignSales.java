package org.postpurchase.campaign;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What those who take part in a campaign have ordered, as the host has it. Reads only. */
public interface CampaignSales {
  /**
   * Orders that were placed with the mailbox of an entry after it entered, and not cancelled.
   *
   * @param within how long after entering
   * @return one for each currency
   */
  List<Sold> after(Campaign campaign, Duration within);

  /** What was ordered in one currency. Immutable. */
  final class Sold {
    /** ISO 4217 code. */
    public final String currency;

    public final long orders;

    /** How many of those who take part have ordered. */
    public final long people;

    /** Merchandise that they keep, after discounts, without shipping and tax. */
    public final BigDecimal kept;

    public Sold(String currency, long orders, long people, BigDecimal kept) {
      this.currency = requireNonNull(currency, "currency");
      this.orders = orders;
      this.people = people;
      this.kept = requireNonNull(kept, "kept");
    }
  }
}
