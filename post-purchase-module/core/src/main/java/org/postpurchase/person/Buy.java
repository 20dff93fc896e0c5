package org.postpurchase.person;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one order says about the person who placed it, as the order is now. It follows from the
 * order alone, never from what happened in which sequence. Immutable.
 */
public final class Buy {
  public final long orderId;

  /** Zero for a guest. */
  public final long customerId;

  /** The key of the order's mailbox; empty when it has no address. */
  public final String mailbox;

  public final Instant placedAt;
  public final boolean cancelled;

  /** ISO 4217 code. */
  public final String currency;

  /**
   * Merchandise that the buyer keeps, after discounts, without shipping and tax, in the smallest
   * coin; zero when it was cancelled.
   */
  public final long netMinor;

  /** Units that were ordered and not cancelled; those that came back are among them. */
  public final int units;

  public final int returnedUnits;

  /** Units that were bought at a reduced price. */
  public final int saleUnits;

  /** As BCP 47 tag; empty when unknown. */
  public final String language;

  /** ISO 3166 code; empty when unknown. */
  public final String country;

  /** Products of which any unit is kept. */
  public final Set<Long> products;

  /** Categories of these, those above them included. */
  public final Set<Long> categories;

  private Buy(Builder from) {
    orderId = from.orderId;
    customerId = from.customerId;
    mailbox = from.mailbox;
    placedAt = requireNonNull(from.placedAt, "placedAt");
    cancelled = from.cancelled;
    currency = from.currency;
    netMinor = from.netMinor;
    units = from.units;
    returnedUnits = from.returnedUnits;
    saleUnits = from.saleUnits;
    language = from.language;
    country = from.country;
    products = Collections.unmodifiableSet(new TreeSet<>(from.products));
    categories = Collections.unmodifiableSet(new TreeSet<>(from.categories));
  }

  /** Whether both say the same, apart from the categories, which the shop may have moved. */
  boolean saysTheSameAs(Buy other) {
    return orderId == other.orderId
        && customerId == other.customerId
        && mailbox.equals(other.mailbox)
        && placedAt.toEpochMilli() == other.placedAt.toEpochMilli()
        && cancelled == other.cancelled
        && currency.equals(other.currency)
        && netMinor == other.netMinor
        && units == other.units
        && returnedUnits == other.returnedUnits
        && saleUnits == other.saleUnits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Buy
        && saysTheSameAs((Buy) other)
        && language.equals(((Buy) other).language)
        && country.equals(((Buy) other).country);
  }

  @Override
  public int hashCode() {
    return Objects.hash(orderId, netMinor, units);
  }

  /** Collects what an order says. Not thread-safe. */
  public static final class Builder {
    private final long orderId;
    private long customerId;
    private String mailbox = "";
    private Instant placedAt;
    private boolean cancelled;
    private String currency = "";
    private long netMinor;
    private int units;
    private int returnedUnits;
    private int saleUnits;
    private String language = "";
    private String country = "";
    private Set<Long> products = Collections.emptySet();
    private Set<Long> categories = Collections.emptySet();

    public Builder(long orderId) {
      this.orderId = orderId;
    }

    /**
     * @param customer zero for a guest
     * @param key the mailbox's key
     */
    public Builder by(long customer, String key) {
      customerId = customer;
      mailbox = requireNonNull(key, "key");
      return this;
    }

    public Builder placed(Instant at) {
      placedAt = at;
      return this;
    }

    public Builder cancelled(boolean is) {
      cancelled = is;
      return this;
    }

    public Builder money(String code, long minor) {
      currency = requireNonNull(code, "code");
      netMinor = minor;
      return this;
    }

    public Builder units(int ordered, int returned, int reduced) {
      units = ordered;
      returnedUnits = returned;
      saleUnits = reduced;
      return this;
    }

    public Builder goods(Set<Long> keptProducts, Set<Long> theirCategories) {
      products = keptProducts;
      categories = theirCategories;
      return this;
    }

    public Builder reader(String tag, String countryCode) {
      language = requireNonNull(tag, "tag");
      country = requireNonNull(countryCode, "countryCode");
      return this;
    }

    public Buy build() {
      return new Buy(this);
    }
  }
}
