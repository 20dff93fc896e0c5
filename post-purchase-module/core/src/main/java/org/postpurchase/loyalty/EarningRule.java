package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.TimeSpan;

/** One way to earn points, as the merchant has set it at the moment of reading. Immutable. */
public final class EarningRule {
  public final String key;
  public final int version;
  public final String name;
  public final EarningRuleType type;
  public final RuleSettings settings;
  public final Scope scope;
  public final Limits limits;

  private EarningRule(Builder builder) {
    key = builder.key;
    version = builder.version;
    name = builder.name;
    type = builder.type;
    settings = builder.settings;
    scope = builder.scope;
    limits = builder.limits;
  }

  /**
   * A rule of that type, for everything and without limits until the builder is told otherwise.
   *
   * @throws PostPurchaseException naming a setting that means nothing
   */
  public static Builder of(EarningRuleType type, RuleSettings settings) {
    return new Builder(type, settings);
  }

  /** What was set in that field of the type. */
  public <T> T get(SettingField<T> field) {
    return settings.get(field);
  }

  /** Whether it pays when that event is reported. */
  public boolean earnsBy(String eventCode) {
    return type instanceof EarningRuleType.OfEvent
        && ((EarningRuleType.OfEvent) type).eventCode(this).equals(eventCode);
  }

  /** The same rule without a beginning and an end. */
  EarningRule always() {
    Builder builder = new Builder(type, settings).key(key, version).named(name).scope(scope);
    return builder
        .limits(
            new Limits(
                null, null, limits.perOrder, limits.perCustomer, limits.period, limits.budget))
        .build();
  }

  /** Puts a rule together. */
  public static final class Builder {
    private final EarningRuleType type;
    private final RuleSettings settings;
    private String key = "";
    private int version;
    private String name = "";
    private Scope scope = Scope.ALL;
    private Limits limits = Limits.NONE;

    private Builder(EarningRuleType type, RuleSettings settings) {
      this.type = requireNonNull(type, "type");
      this.settings = requireNonNull(settings, "settings");
      type.fields().forEach(settings::get); // what means nothing is told here and not while paying
    }

    public Builder key(String ruleKey, int edition) {
      this.key = requireNonNull(ruleKey, "key");
      this.version = edition;
      return this;
    }

    public Builder named(String text) {
      this.name = requireNonNull(text, "name");
      return this;
    }

    public Builder scope(Scope what) {
      this.scope = requireNonNull(what, "scope");
      return this;
    }

    public Builder limits(Limits most) {
      this.limits = requireNonNull(most, "limits");
      return this;
    }

    public EarningRule build() {
      return new EarningRule(this);
    }
  }

  /** What it applies to; with neither products nor categories, to everything. */
  public static final class Scope {
    public static final Scope ALL = new Scope(Collections.emptySet(), Collections.emptySet());
    private final Set<Long> products;
    private final Set<Long> categories;

    /** Keys of the tiers whose members it is for; empty for everybody. */
    public final Set<String> tiers;

    /** Key of the segment whose customers it is for; empty for everybody. */
    public final String segment;

    public Scope(Set<Long> products, Set<Long> categories) {
      this(products, categories, Collections.emptySet());
    }

    public Scope(Set<Long> products, Set<Long> categories, Set<String> tiers) {
      this(products, categories, tiers, "");
    }

    /**
     * @param segment its key; empty for everybody
     */
    public Scope(Set<Long> products, Set<Long> categories, Set<String> tiers, String segment) {
      this.segment = requireNonNull(segment, "segment");
      this.products = Collections.unmodifiableSet(new LinkedHashSet<>(products));
      this.categories = Collections.unmodifiableSet(new LinkedHashSet<>(categories));
      this.tiers = Collections.unmodifiableSet(new LinkedHashSet<>(tiers));
    }

    boolean isFor(String tierKey) {
      return tiers.isEmpty() || tiers.contains(tierKey);
    }

    /** Whether it applies to that line, whatever the tiers. */
    public boolean covers(OrderLine line) {
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
