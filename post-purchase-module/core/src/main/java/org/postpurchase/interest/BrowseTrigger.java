package org.postpurchase.interest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.LocalText;

/**
 * Somebody has looked at a product in two visits or more and has not bought it: told an hour after
 * the last visit. It is not true any more once the product is bought, sold out or gone, for a day
 * after the person has ordered anything, and when the consent to keep what was looked at was taken
 * back. Whoever has ordered the product at any time is not written to about it: goods that are used
 * up have a trigger of their own.
 */
public final class BrowseTrigger implements PersonTrigger {
  public static final String KEY = "BROWSE_ABANDONED";

  /** In how many visits it was looked at. */
  static final int VISITS = 2;

  /** How long nobody looks at it any more. */
  static final Duration IDLE = Duration.ofHours(1);

  private static final Duration AFTER_ORDER = Duration.ofDays(1);

  private final InterestStore store;
  private final OrderHistory history;
  private final Shelf shelf;

  /**
   * Products of the shop. Joins the caller's transaction, with a number of statements of its own.
   */
  public interface Shelf {
    /**
     * Those of the looks whose product anybody can buy now, with what it is called and where it is
     * shown, without those whose person has ordered it before.
     */
    Map<Look, Shown> notBought(Collection<Look> looks);
  }

  /** A product's name and the address of its page. Immutable. */
  public static final class Shown {
    final String name;
    final String url;

    public Shown(String name, String url) {
      this.name = requireNonNull(name, "name");
      this.url = requireNonNull(url, "url");
    }
  }

  public BrowseTrigger(InterestStore store, OrderHistory history, Shelf shelf) {
    this.store = requireNonNull(store, "store");
    this.history = requireNonNull(history, "history");
    this.shelf = requireNonNull(shelf, "shelf");
  }

  /** Empty for a mailbox that no mail can be sent to. */
  static Optional<Moment> moment(Look look, Instant now) {
    try {
      Moment.Builder moment =
          look.customerId > 0
              ? Moment.ofCustomer(KEY, look.customerId)
              : Moment.of(KEY, EmailAddress.of(look.mailbox));
      return Optional.of(moment.happened(look.id + ":" + look.lastAt.toEpochMilli(), now));
    } catch (InvalidEmailAddressException nobodyToWriteTo) {
      return Optional.empty();
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Product looked at twice | de: Produkt zweimal angesehen", locale);
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.ofNullable(factsOf(Collections.singletonMap(moment, locale), now).get(moment));
  }

  @Override
  public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Set<Long> ids = new TreeSet<>();
    readers.keySet().forEach(moment -> ids.add(rowOf(moment)));
    Map<Long, Look> looks = store.find(ids);
    Map<Moment, BuyerSince> buyers = new LinkedHashMap<>();
    for (Moment moment : readers.keySet()) {
      Look look = looks.get(rowOf(moment));
      if (look != null) {
        long customer = Math.max(look.customerId, moment.customerId.orElse(0L));
        buyers.put(moment, new BuyerSince(look.mailbox, customer, now.minus(AFTER_ORDER)));
      }
    }
    Map<Moment, MomentValues> facts = new HashMap<>();
    if (buyers.isEmpty()) {
      return facts;
    }
    Set<BuyerSince> ordered = history.orderedSince(buyers.values());
    Map<Look, Shown> shown = shelf.notBought(looks.values());
    buyers.forEach(
        (moment, buyer) -> {
          Shown product = shown.get(looks.get(rowOf(moment)));
          if (product != null && !ordered.contains(buyer)) {
            facts.put(
                moment, MomentValues.none().text("product", product.name).text("url", product.url));
          }
        });
    return facts;
  }

  private static long rowOf(Moment moment) {
    return Long.parseLong(moment.key.substring(0, moment.key.indexOf(':')));
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("product", LocalText.in("Example product | de: Beispielprodukt", locale))
        .text("url", "https://shop.example/product");
  }
}
