package org.postpurchase.tier;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.shared.Money;

/** The merchant's ladder and how it is climbed, as it is now. Immutable. */
public final class TierPolicy {
  /** What counts. The names are stored. */
  public enum Basis {
    /** Matured points that were earned by a rule, whatever they were used for. */
    POINTS,
    /** What was paid for merchandise that earned points, in one currency. */
    SPEND
  }

  /** Which time counts. The names are stored. */
  public enum Window {
    /** The last twelve months, day by day. */
    ROLLING_YEAR,
    /**
     * The better of this calendar year and the last one: what is reached in one is kept in both.
     */
    CALENDAR_YEAR
  }

  /** The ledger's programme. */
  public final String programme;

  public final Basis basis;

  /** Of {@link Basis#SPEND}; what was paid in others does not count. */
  public final Currency currency;

  public final Window window;

  /** Days between the warning and the loss of one tier. */
  public final int graceDays;

  /** Days and years are counted here. */
  public final ZoneId zone;

  /** From the lowest to the highest; never two with the same threshold. */
  public final List<Tier> tiers;

  public TierPolicy(
      String programme,
      Basis basis,
      Currency currency,
      Window window,
      int graceDays,
      ZoneId zone,
      List<Tier> tiers) {
    this.programme = requireNonNull(programme, "programme");
    this.basis = requireNonNull(basis, "basis");
    this.currency = requireNonNull(currency, "currency");
    this.window = requireNonNull(window, "window");
    this.graceDays = graceDays;
    this.zone = requireNonNull(zone, "zone");
    List<Tier> ladder = new ArrayList<>(tiers);
    ladder.sort(Comparator.comparingLong((Tier t) -> t.threshold).thenComparing(t -> t.key));
    this.tiers = Collections.unmodifiableList(ladder);
  }

  /** What a tier asks for, in points or in the currency's smallest coin. */
  public long needed(Tier tier) {
    return basis == Basis.POINTS ? tier.threshold : minor(tier.threshold);
  }

  /** So much of what counts, in words; {@code points} is what the programme calls them. */
  public String format(long amount, String points, Locale locale) {
    String text = format(amount, locale);
    return basis == Basis.SPEND ? text : text + " " + points;
  }

  /** So much of what counts: an amount of money, or a bare number of points. */
  public String format(long amount, Locale locale) {
    return basis == Basis.SPEND
        ? Money.ofMinor(amount, currency).format(locale)
        : NumberFormat.getIntegerInstance(locale).format(amount);
  }

  private long minor(long units) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return BigDecimal.valueOf(units).movePointRight(digits).longValueExact();
  }

  /** Place on the ladder; -1 for none and for a tier that is no longer there. */
  int place(String tierKey) {
    for (int i = 0; i < tiers.size(); i++) {
      if (tiers.get(i).key.equals(tierKey)) {
        return i;
      }
    }
    return -1;
  }

  public Optional<Tier> find(String tierKey) {
    int place = place(tierKey);
    return place < 0 ? Optional.empty() : Optional.of(tiers.get(place));
  }

  /** The tier after that one; after the empty key the lowest. Empty at the top. */
  public Optional<Tier> next(String tierKey) {
    int place = place(tierKey) + 1;
    return place < tiers.size() ? Optional.of(tiers.get(place)) : Optional.empty();
  }

  /** The highest place that so much is enough for; -1 for none. */
  int reached(long amount) {
    int place = -1;
    while (place + 1 < tiers.size() && needed(tiers.get(place + 1)) <= amount) {
      place++;
    }
    return place;
  }

  /** Nothing that matured by then counts any more. */
  Instant countsAfter(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return window == Window.ROLLING_YEAR
        ? now.atZone(zone).minusYears(1).toInstant()
        : today.withDayOfYear(1).minusYears(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }

  /** Changes whenever somebody may stand elsewhere because of what the merchant did. */
  public String fingerprint() {
    StringBuilder text = new StringBuilder();
    text.append(basis).append(currency).append(window).append(graceDays).append(zone);
    tiers.forEach(t -> text.append('|').append(t.key).append('=').append(t.threshold));
    return Integer.toHexString(text.toString().hashCode()) + "-" + tiers.size();
  }
}
