package org.postpurchase.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.TimeSpan;

/** One reward as the merchant has set it at the moment of reading. Immutable. */
public final class CatalogueReward {
  /** Purchases and stock are kept under this; never used for another reward. */
  public final String key;

  /** Goes up with each save, so that nobody pays a price that he has not seen. */
  public final int version;

  public final String name;

  /** What shoppers read about it besides its name; empty for nothing. */
  public final String description;

  /** In points; more than 0. */
  public final long cost;

  /** Host offer that its codes are of. */
  public final long offerId;

  /** How long a code can be used after it was bought. */
  public final int validDays;

  public final Limits limits;

  public CatalogueReward(
      String key,
      int version,
      String name,
      String description,
      long cost,
      long offerId,
      int validDays,
      Limits limits) {
    this.key = requireNonNull(key, "key");
    this.version = version;
    this.name = requireNonNull(name, "name");
    this.description = requireNonNull(description, "description");
    this.cost = cost;
    this.offerId = offerId;
    this.validDays = validDays;
    this.limits = requireNonNull(limits, "limits");
    if (cost <= 0 || validDays <= 0) {
      throw new IllegalArgumentException(
          "The reward "
              + key
              + " needs a price and a validity above 0, not "
              + cost
              + " points and "
              + validDays
              + " days.");
    }
  }

  /** Who can have it, how often and when. */
  public static final class Limits {
    public static final Limits NONE = new Limits(0, 0, null, null, "");

    /** How many can be bought in all, ever; 0 for any number. */
    public final long stock;

    /** How many one customer can buy, ever; 0 for any number. */
    public final long perCustomer;

    public final TimeSpan when;

    /** The lowest tier that can have it; empty for everybody. */
    public final String tierKey;

    /** Key of the segment whose customers can see and have it; empty for everybody. */
    public final String segmentKey;

    public Limits(long stock, long perCustomer, Instant from, Instant until, String tierKey) {
      this.stock = stock;
      this.perCustomer = perCustomer;
      this.when = new TimeSpan(from, until);
      this.tierKey = requireNonNull(tierKey, "tierKey");
      this.segmentKey = "";
    }

    private Limits(Limits same, String segmentKey) {
      stock = same.stock;
      perCustomer = same.perCustomer;
      when = same.when;
      tierKey = same.tierKey;
      this.segmentKey = requireNonNull(segmentKey, "segmentKey");
    }

    /** The same for the customers of a segment only; empty for everybody. */
    public Limits within(String newSegmentKey) {
      return new Limits(this, newSegmentKey);
    }

    /** How many are left when so many are taken; -1 for any number. */
    long left(long taken) {
      return stock == 0 ? -1 : Math.max(0, stock - taken);
    }

    boolean allows(long bought) {
      return perCustomer == 0 || bought < perCustomer;
    }
  }
}
