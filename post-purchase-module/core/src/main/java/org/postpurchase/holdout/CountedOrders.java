package org.postpurchase.holdout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What became of the counted orders, which the host knows. Reads only. */
public interface CountedOrders {
  /**
   * By comparison, group and currency. Orders that were cancelled are left out.
   *
   * @param complete only people who were noted before that moment
   */
  List<Bought> bought(Instant complete);

  /** Orders of one group in one currency. */
  final class Bought {
    public final long seriesId;
    public final int number;
    public final Arm arm;

    /** ISO 4217 code. */
    public final String currency;

    public final BigDecimal kept;

    public Bought(long seriesId, int number, Arm arm, String currency, BigDecimal kept) {
      this.seriesId = seriesId;
      this.number = number;
      this.arm = arm;
      this.currency = currency;
      this.kept = kept;
    }
  }

  /** By comparison and group, how many people have placed at least one order that counts. */
  List<HoldoutStore.GroupSize> buyers(Instant complete);
}
