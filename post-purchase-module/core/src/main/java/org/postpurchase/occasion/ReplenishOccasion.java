package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
import org.postpurchase.order.BuyerSince;
import org.postpurchase.shared.LocalText;

/**
 * Something that a person bought will be used up soon: after the days that the shop says a piece of
 * it lasts, times the quantity; where the shop says nothing, as long after the last order as the
 * one before it, and for whoever has ordered it once only, as long as other people usually take
 * until they order it again. Ordering it again puts it off; cancelling or returning ends it.
 */
public final class ReplenishOccasion implements OrderOccasion {
  public static final String KEY = "REPLENISHMENT";

  private final Goods goods;

  /** What the shop knows of products and of who bought them. Joins the caller's transaction. */
  public interface Goods {
    /** How many days a piece lasts, of those of the products of which the shop says so. */
    Map<Long, Integer> daysOf(Set<Long> productIds);

    /** After how long people usually order those of the products again of which that is known. */
    default Map<Long, Duration> usualGaps(Set<Long> productIds) {
      return Collections.emptyMap();
    }

    /**
     * Those of the purchases whose product was bought again by the mailbox or customer since, or
     * whose order is cancelled by now, or of whose product the buyer has sent all pieces back.
     *
     * @param buyers by purchase; what they have ordered since when is not looked at
     */
    Set<Bought> over(Map<Bought, BuyerSince> buyers);

    /**
     * Name of the product as it is now, and the absolute address of a page where it is ordered
     * again; products that are gone are left out.
     */
    Map<Bought, Shown> show(Collection<Bought> purchases);
  }

  /** Which purchase a reminder is about. */
  public static final class Bought {
    public final long orderId;
    public final long productId;
    public final int quantity;
    public final Instant at;

    Bought(long orderId, long productId, int quantity, Instant at) {
      this.orderId = orderId;
      this.productId = productId;
      this.quantity = quantity;
      this.at = at;
    }

    String written() {
      return orderId + "|" + productId + "|" + quantity + "|" + at.toEpochMilli();
    }

    static Bought read(String text) {
      String[] parts = text.split("\\|");
      return new Bought(
          Long.parseLong(parts[0]),
          Long.parseLong(parts[1]),
          Integer.parseInt(parts[2]),
          Instant.ofEpochMilli(Long.parseLong(parts[3])));
    }
  }

  /** What a text shows of the product. */
  public static final class Shown {
    final String name;
    final String url;

    /**
     * @param url where it can be ordered again
     */
    public Shown(String name, String url) {
      this.name = requireNonNull(name, "name");
      this.url = requireNonNull(url, "url");
    }
  }

  public ReplenishOccasion(Goods goods) {
    this.goods = requireNonNull(goods, "goods");
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Something is used up soon | de: Etwas geht bald zur Neige", locale);
  }

  @Override
  public List<DueOccasion> plan(List<Purchase> placed, DueOccasions rows) {
    Set<Long> products = new TreeSet<>();
    Map<String, DueOccasion> planned = new LinkedHashMap<>();
    for (Purchase purchase : placed) {
      purchase.quantities().forEach((id, quantity) -> products.add(id));
    }
    if (products.isEmpty()) {
      return new ArrayList<>();
    }
    Map<Long, Integer> days = goods.daysOf(products);
    Map<String, Bought> last = new HashMap<>();
    Set<String> keys = new TreeSet<>();
    placed.forEach(p -> p.quantities().forEach((id, q) -> keys.add(row(p, id, null).key)));
    Map<String, DueOccasion> stored = new HashMap<>();
    rows.find(keys).forEach(row -> stored.put(row.key, row));
    stored.forEach((key, row) -> last.put(key, Bought.read(row.subject)));
    Map<Long, Duration> usual = usual(placed, days, last);
    for (Purchase purchase : placed) {
      purchase
          .quantities()
          .forEach(
              (product, quantity) -> {
                Bought bought =
                    new Bought(
                        purchase.order.orderId, product, quantity, purchase.order.submittedAt);
                String key = row(purchase, product, null).key;
                Bought before = last.get(key);
                if (before != null && before.orderId == bought.orderId) {
                  return; // told of it again
                }
                if (before != null && before.at.isAfter(bought.at)) {
                  Instant late = UsedUp.late(stored.get(key), before, bought);
                  if (late != null) {
                    planned.put(
                        key,
                        row(purchase, product, late).about(before.written()).from(before.orderId));
                  }
                  return;
                }
                Instant due =
                    UsedUp.remindAt(bought, days.get(product), before, usual.get(product));
                planned.put(
                    key, row(purchase, product, due).about(bought.written()).from(bought.orderId));
                last.put(key, bought);
              });
    }
    return new ArrayList<>(planned.values());
  }

  /**
   * Of products that somebody has ordered for the first time and of which the shop says nothing.
   */
  private Map<Long, Duration> usual(
      List<Purchase> placed, Map<Long, Integer> days, Map<String, Bought> last) {
    Set<Long> unknown = new TreeSet<>();
    for (Purchase purchase : placed) {
      purchase
          .quantities()
          .forEach(
              (product, quantity) -> {
                boolean first = !last.containsKey(row(purchase, product, null).key);
                if (first && days.getOrDefault(product, 0) <= 0) {
                  unknown.add(product);
                }
              });
    }
    return unknown.isEmpty() ? Collections.emptyMap() : goods.usualGaps(unknown);
  }

  private static DueOccasion row(Purchase purchase, long productId, Instant due) {
    return DueOccasion.of(KEY, purchase.buyer(), String.valueOf(productId), due);
  }

  /** What the buyer keeps lasts; nothing comes of what he or she does not. */
  @Override
  public void change(Collection<Long> orderIds, List<Purchase> known, DueOccasions rows) {
    List<DueOccasion> planned = rows.ofOrders(KEY, orderIds);
    Map<Long, Map<Long, Integer>> kept = new HashMap<>();
    known.forEach(purchase -> kept.put(purchase.order.orderId, purchase.quantities()));
    List<String> over = new ArrayList<>();
    Map<DueOccasion, Bought> less = new LinkedHashMap<>();
    for (DueOccasion row : planned) {
      Bought bought = Bought.read(row.subject);
      int left =
          kept.getOrDefault(bought.orderId, Collections.emptyMap())
              .getOrDefault(bought.productId, 0);
      if (left == 0) {
        over.add(row.key);
      } else if (left < bought.quantity && row.dueAt != null) {
        less.put(row, new Bought(bought.orderId, bought.productId, left, bought.at));
      }
    }
    rows.remove(over);
    if (!less.isEmpty()) {
      rows.put(shortened(less));
    }
  }

  private List<DueOccasion> shortened(Map<DueOccasion, Bought> less) {
    Set<Long> products = new TreeSet<>();
    less.values().forEach(bought -> products.add(bought.productId));
    Map<Long, Integer> days = goods.daysOf(products);
    List<DueOccasion> rows = new ArrayList<>();
    less.forEach(
        (row, bought) -> {
          Instant due = UsedUp.remindAt(bought, days.get(bought.productId), null, null);
          rows.add(row.about(bought.written()).next(due == null ? row.dueAt : due));
        });
    return rows;
  }

  @Override
  public List<Outcome> look(List<DueOccasion> rows, Instant now) {
    List<Outcome> outcomes = new ArrayList<>();
    for (DueOccasion row : rows) {
      Moment moment =
          YearlyOccasion.person(KEY, row.person).order(row.orderId).happened(row.subject, now);
      outcomes.add(Outcome.tell(row, moment, null));
    }
    return outcomes;
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.ofNullable(factsOf(Collections.singletonMap(moment, locale), now).get(moment));
  }

  /** Without what was bought again, cancelled or sent back, or has left the catalogue. */
  @Override
  public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Map<Moment, Bought> bought = new LinkedHashMap<>();
    Map<Bought, BuyerSince> buyers = new HashMap<>();
    for (Moment moment : readers.keySet()) {
      Bought one = Bought.read(moment.key);
      bought.put(moment, one);
      buyers.put(one, new BuyerSince(moment.contact, moment.customerId.orElse(0), one.at));
    }
    buyers.keySet().removeAll(goods.over(buyers));
    Map<Bought, Shown> shown = goods.show(buyers.keySet());
    Map<Moment, MomentValues> facts = new HashMap<>();
    bought.forEach(
        (moment, one) -> {
          if (shown.containsKey(one)) {
            facts.put(moment, values(one, shown.get(one)));
          }
        });
    return facts;
  }

  private static MomentValues values(Bought bought, Shown shown) {
    return MomentValues.none()
        .text("product", shown.name)
        .text("url", shown.url)
        .day("ordered", bought.at);
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("product", LocalText.in("Example product | de: Beispielprodukt", locale))
        .text("url", "https://shop.example/product")
        .day("ordered", Instant.parse("2026-02-01T12:00:00Z"));
  }
}
