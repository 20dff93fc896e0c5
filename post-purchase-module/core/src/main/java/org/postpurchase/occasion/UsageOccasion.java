package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.LocalText;

/**
 * Something that a person uses has been used so often again: every 500 kilometres, every 200 cups.
 * Comes back for as long as it is not forgotten, kept, and in the catalogue. How much somebody uses
 * it is told by {@link UsageRates}.
 */
public final class UsageOccasion implements Occasion {
  public static final String KEY = "USED";

  private final ReplenishOccasion.Goods goods;
  private final Purchases purchases;

  public UsageOccasion(ReplenishOccasion.Goods goods, Purchases purchases) {
    this.goods = requireNonNull(goods, "goods");
    this.purchases = requireNonNull(purchases, "purchases");
  }

  /** What somebody uses how much. */
  static final class Use {
    final long productId;
    final long every;
    final long perWeek;
    final String unit;

    Use(long productId, long every, long perWeek, String unit) {
      this.productId = productId;
      this.every = every;
      this.perWeek = perWeek;
      this.unit = unit;
    }

    /** Rounded up to whole seconds. */
    Duration period() {
      long week = Duration.ofDays(7).getSeconds();
      return Duration.ofSeconds((Math.multiplyExact(every, week) + perWeek - 1) / perWeek);
    }

    String written() {
      return productId + "|" + every + "|" + perWeek + "|" + unit;
    }

    static Use read(String text) {
      String[] parts = text.split("\\|", 4);
      return new Use(
          Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Used so often again | de: Wieder so viel benutzt", locale);
  }

  /**
   * A shop that slept tells once, not once for each time that passed. What was said about a product
   * of an order ends when the buyer keeps nothing of it.
   */
  @Override
  public List<Outcome> look(List<DueOccasion> rows, Instant now) {
    List<Outcome> outcomes = new ArrayList<>();
    Set<Long> orders = new TreeSet<>();
    rows.forEach(row -> orders.add(row.orderId));
    orders.remove(0L);
    Map<Long, Map<Long, Integer>> kept = purchases.kept(orders);
    for (DueOccasion row : rows) {
      Use use = Use.read(row.subject);
      boolean isGone =
          kept.containsKey(row.orderId) && !kept.get(row.orderId).containsKey(use.productId);
      if (isGone) {
        outcomes.add(Outcome.silent(row, null));
        continue;
      }
      Instant next = row.dueAt.plus(use.period());
      long missed =
          Math.max(0, Duration.between(next, now).getSeconds() / use.period().getSeconds());
      next = next.isAfter(now) ? next : next.plus(use.period().multipliedBy(missed + 1));
      Moment moment =
          YearlyOccasion.person(KEY, row.person)
              .values(
                  MomentValues.none()
                      .number("every", use.every)
                      .text("unit", use.unit)
                      .number("product", use.productId))
              .happened(use.productId + "|" + row.key.hashCode() + "|" + row.dueAt, now);
      outcomes.add(Outcome.tell(row, moment, next));
    }
    return outcomes;
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.ofNullable(factsOf(Collections.singletonMap(moment, locale), now).get(moment));
  }

  /** Without products that have left the catalogue. */
  @Override
  public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Map<Moment, ReplenishOccasion.Bought> asked = new LinkedHashMap<>();
    for (Moment moment : readers.keySet()) {
      long product = moment.values.numberOf("product").orElse(0);
      asked.put(moment, new ReplenishOccasion.Bought(0, product, 1, moment.happenedAt));
    }
    Map<ReplenishOccasion.Bought, ReplenishOccasion.Shown> shown = goods.show(asked.values());
    Map<Moment, MomentValues> facts = new HashMap<>();
    asked.forEach(
        (moment, bought) -> {
          ReplenishOccasion.Shown one = shown.get(bought);
          if (one != null) {
            facts.put(moment, MomentValues.none().text("product", one.name).text("url", one.url));
          }
        });
    return facts;
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("product", LocalText.in("Example product | de: Beispielprodukt", locale))
        .text("url", "https://shop.example/product")
        .number("every", 500)
        .text("unit", "km");
  }
}
