package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.shared.Money;

/** A merchant's loyalty programme as it is now. Immutable. */
public final class Programme {
  /** The ledger keeps points under this; never renamed. */
  public final String key;

  public final String name;

  /** What the points are called, for example "points" or "beans". */
  public final String pointsName;

  /** What has been promised; kept with every lot. */
  public final int termsVersion;

  /** What was bought before earns nothing; null while it was never switched on. */
  public final Instant activeSince;

  public final Spending spending;
  public final Timing timing;
  public final ShortfallPolicy shortfall;
  public final StackingPolicy stacking;
  public final Joining joining;

  /** A programme that everybody is a member of. */
  public Programme(
      String key,
      String name,
      String pointsName,
      int termsVersion,
      Instant activeSince,
      Spending spending,
      Timing timing,
      ShortfallPolicy shortfall,
      StackingPolicy stacking) {
    this(
        key,
        name,
        pointsName,
        termsVersion,
        activeSince,
        spending,
        timing,
        shortfall,
        stacking,
        Joining.AUTOMATIC);
  }

  public Programme(
      String key,
      String name,
      String pointsName,
      int termsVersion,
      Instant activeSince,
      Spending spending,
      Timing timing,
      ShortfallPolicy shortfall,
      StackingPolicy stacking,
      Joining joining) {
    this.joining = requireNonNull(joining, "joining");
    this.key = requireNonNull(key, "key");
    this.name = requireNonNull(name, "name");
    this.pointsName = requireNonNull(pointsName, "pointsName");
    this.termsVersion = termsVersion;
    this.activeSince = activeSince;
    this.spending = requireNonNull(spending, "spending");
    this.timing = requireNonNull(timing, "timing");
    this.shortfall = requireNonNull(shortfall, "shortfall");
    this.stacking = requireNonNull(stacking, "stacking");
  }

  /** How points pay for orders. */
  public static final class Spending {
    /** Points that are worth one whole unit of each currency. */
    public final Rates rates;

    public final long minimum;

    /** Only multiples of this can be used. */
    public final long block;

    /**
     * How much of the merchandise points may pay for, 0 to 100; 0 switches spending off, 100 lets
     * them pay for delivery and tax too.
     */
    public final int maxSharePercent;

    public Spending(Rates rates, long minimum, long block, int maxSharePercent) {
      this.rates = requireNonNull(rates, "rates");
      this.minimum = minimum;
      this.block = Math.max(1, block);
      this.maxSharePercent = maxSharePercent;
    }

    /** The fewest points that can be used: the first whole block that reaches the minimum. */
    public long least() {
      long wanted = Math.max(minimum, 1);
      return (wanted + block - 1) / block * block;
    }

    /** What so many points pay; rounded down to the currency's smallest coin. */
    public Optional<Money> worth(long points, Currency currency) {
      return rates
          .of(currency)
          .map(
              rate ->
                  Money.of(
                      BigDecimal.valueOf(points).divide(rate, 6, RoundingMode.DOWN),
                      currency,
                      RoundingMode.DOWN));
    }

    /** The fewest points that pay all of the amount; less than one of them is wasted on it. */
    public long enoughFor(Money amount) {
      return points(amount, RoundingMode.CEILING);
    }

    /** The most points of which none is wasted on an amount: never worth more than it. */
    public long pointsFor(Money amount) {
      return points(amount, RoundingMode.DOWN);
    }

    private long points(Money amount, RoundingMode rounding) {
      int digits = Math.max(0, amount.currency().getDefaultFractionDigits());
      return rates
          .of(amount.currency())
          .map(
              rate ->
                  BigDecimal.valueOf(amount.amountMinor(), digits)
                      .multiply(rate)
                      .setScale(0, rounding)
                      .longValueExact())
          .orElse(0L);
    }
  }

  /** When points can be used and until when. Days are the shop's. */
  public static final class Timing {
    private static final int DAYS_OF_A_YEAR = 365;

    /** After delivery. */
    public final int returnWindowDays;

    /** After the order, when nobody reports the delivery. */
    public final int fallbackDays;

    /**
     * After maturing, to the end of that month; 0 for ever. Whole multiples of 365 are calendar
     * years.
     */
    public final int validityDays;

    /** How long points live that come back after they had expired. */
    public final int graceDays;

    public Timing(int returnWindowDays, int fallbackDays, int validityDays, int graceDays) {
      this.returnWindowDays = returnWindowDays;
      this.fallbackDays = fallbackDays;
      this.validityDays = validityDays;
      this.graceDays = graceDays;
    }

    /** When goods that arrived then can no longer be sent back: so many calendar days later. */
    public Instant maturityAfterDelivery(Instant arrived, ZoneId zone) {
      return later(arrived, returnWindowDays, zone);
    }

    /** The same for an order of which nobody reports the delivery. */
    public Instant maturityAfterOrder(Instant placed, ZoneId zone) {
      return later(placed, fallbackDays, zone);
    }

    /** The same time of day, so many days of the shop's calendar later. */
    private static Instant later(Instant moment, int days, ZoneId zone) {
      return moment.atZone(zone).plusDays(Math.max(0, days)).toInstant();
    }

    /** The end of the shop's month in which the validity ends; null for never. */
    public Instant expiryOf(Instant maturity, ZoneId zone) {
      if (validityDays == 0) {
        return null;
      }
      LocalDate first = maturity.atZone(zone).toLocalDate();
      LocalDate last =
          validityDays % DAYS_OF_A_YEAR == 0
              ? first.plusYears(validityDays / DAYS_OF_A_YEAR)
              : first.plusDays(validityDays);
      return last.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
    }
  }
}
