package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.TimeSpan;

/** One way to earn points, as the merchant has set it at the moment of reading. Immutable. */
public final class EarningRule {
  /** Kinds of rules. The names are stored. */
  public enum Type {
    /** Points for each unit of money that merchandise costs. */
    SPEND,
    /** More points for some products, or for everything for a while. */
    MULTIPLY,
    /** Points for the first order. */
    FIRST_ORDER,
    /** Points for something that happens outside of orders. */
    EVENT
  }

  public final String key;
  public final int version;
  public final String name;
  public final Type type;

  /** Of a SPEND rule: points for one whole unit of each currency. */
  public final Rates rates;

  /** Of FIRST_ORDER and EVENT rules. */
  public final long points;

  /** Of a MULTIPLY rule: 200 doubles. */
  public final int percent;

  /** Of an EVENT rule: what has to happen, for example BIRTHDAY. */
  public final String eventCode;

  public final Scope scope;
  public final Limits limits;

  public EarningRule(
      String key,
      int version,
      String name,
      Type type,
      Rates rates,
      long points,
      int percent,
      String eventCode,
      Scope scope,
      Limits limits) {
    this.key = requireNonNull(key, "key");
    this.version = version;
    this.name = requireNonNull(name, "name");
    this.type = requireNonNull(type, "type");
    this.rates = requireNonNull(rates, "rates");
    this.points = points;
    this.percent = percent;
    this.eventCode = requireNonNull(eventCode, "eventCode");
    this.scope = requireNonNull(scope, "scope");
    this.limits = requireNonNull(limits, "limits");
  }

  /** The same rule without a beginning and an end. */
  EarningRule always() {
    return new EarningRule(
        key,
        version,
        name,
        type,
        rates,
        points,
        percent,
        eventCode,
        scope,
        new Limits(null, null, limits.perOrder, limits.perCustomer, limits.period, limits.budget));
  }

  /** What it applies to; with neither products nor categories, to everything. */
  public static final class Scope {
    public static final Scope ALL = new Scope(Collections.emptySet(), Collections.emptySet());
    private final Set<Long> products;
    private final Set<Long> categories;

    /** Keys of the tiers whose members it is for; empty for everybody. */
    public final Set<String> tiers;

    public Scope(Set<Long> products, Set<Long> categories) {
      this(products, categories, Collections.emptySet());
    }

    public Scope(Set<Long> products, Set<Long> categories, Set<String> tiers) {
      this.products = Collections.unmodifiableSet(new LinkedHashSet<>(products));
      this.categories = Collections.unmodifiableSet(new LinkedHashSet<>(categories));
      this.tiers = Collections.unmodifiableSet(new LinkedHashSet<>(tiers));
    }

    boolean isFor(String tierKey) {
      return tiers.isEmpty() || tiers.contains(tierKey);
    }

    boolean covers(OrderLine line) {
      return isEverything()
          || products.contains(line.goods.productId)
          || line.goods.categoryIds.stream().anyMatch(categories::contains);
    }

    public boolean isEverything() {
      return products.isEmpty() && categories.isEmpty();
    }
  }

  /** When it applies and how much it may give. Zero means without limit. */
  public static final class Limits {
    public static final Limits NONE = new Limits(null, null, 0, 0, Period.EVER);

    public final TimeSpan when;

    public final long perOrder;
    public final long perCustomer;
    public final Period period;

    /** Most points for everybody together; the rule stops by itself when they are given. */
    public final long budget;

    public Limits(Instant from, Instant until, long perOrder, long perCustomer, Period period) {
      this(from, until, perOrder, perCustomer, period, 0);
    }

    public Limits(
        Instant from, Instant until, long perOrder, long perCustomer, Period period, long budget) {
      this.budget = budget;
      this.when = new TimeSpan(from, until);
      this.perOrder = perOrder;
      this.perCustomer = perCustomer;
      this.period = requireNonNull(period, "period");
    }
  }

  /** What a customer's limit counts. */
  public enum Period {
    DAY,
    MONTH,
    YEAR,
    EVER
  }
}
