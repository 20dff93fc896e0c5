package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
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
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.order.BuyerSince;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.shared.LocalText;

/**
 * A cart was left: nobody has touched it for half an hour. Told once for a cart. It is not true any
 * more once the cart is ordered, emptied or in use again, and for a day after the person has
 * ordered anything.
 */
public final class CartTrigger implements PersonTrigger {
  public static final String KEY = "CART_ABANDONED";

  /** How long nobody touches a cart that counts as left. */
  static final Duration IDLE = Duration.ofMinutes(30);

  private static final Duration AFTER_ORDER = Duration.ofDays(1);
  private static final int NAMES_MAX = 3;

  private final IdleCarts carts;
  private final OrderHistory history;
  private final BasketLinks links;

  public CartTrigger(IdleCarts carts, OrderHistory history, BasketLinks links) {
    this.carts = requireNonNull(carts, "carts");
    this.history = requireNonNull(history, "history");
    this.links = requireNonNull(links, "links");
  }

  static Moment moment(IdleCarts.IdleCart cart, Instant now) {
    return YearlyOccasion.person(KEY, cart.person).happened("cart:" + cart.cartId, now);
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Cart left | de: Warenkorb liegen gelassen", locale);
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.ofNullable(factsOf(Collections.singletonMap(moment, locale), now).get(moment));
  }

  @Override
  public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Set<Long> ids = new TreeSet<>();
    readers.keySet().forEach(moment -> ids.add(cartOf(moment)));
    Map<Long, IdleCarts.Content> contents = carts.contents(ids);
    Map<Moment, BuyerSince> left = new LinkedHashMap<>();
    for (Moment moment : readers.keySet()) {
      IdleCarts.Content content = contents.get(cartOf(moment));
      if (content != null && !content.touchedAt.isAfter(now.minus(IDLE))) {
        left.put(
            moment,
            new BuyerSince(moment.contact, moment.customerId.orElse(0), now.minus(AFTER_ORDER)));
      }
    }
    Set<BuyerSince> ordered =
        left.isEmpty() ? Collections.emptySet() : history.orderedSince(left.values());
    Map<Moment, MomentValues> facts = new HashMap<>();
    left.forEach(
        (moment, buyer) -> {
          if (!ordered.contains(buyer)) {
            facts.put(moment, values(contents.get(cartOf(moment))));
          }
        });
    return facts;
  }

  private static long cartOf(Moment moment) {
    return Long.parseLong(moment.key.substring(moment.key.indexOf(':') + 1));
  }

  private MomentValues values(IdleCarts.Content content) {
    return MomentValues.none()
        .text("products", names(content.names))
        .number("more", Math.max(0, content.names.size() - NAMES_MAX))
        .text("url", links.of(content.goods));
  }

  private static String names(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(NAMES_MAX, names.size())));
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("products", LocalText.in("Example product | de: Beispielprodukt", locale))
        .number("more", 0)
        .text("url", "https://shop.example/basket");
  }
}
