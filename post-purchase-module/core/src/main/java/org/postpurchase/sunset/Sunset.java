package org.postpurchase.sunset;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.order.BuyerSince;
import org.postpurchase.order.LastOrders;
import org.postpurchase.shared.KeptBriefly;
import org.postpurchase.shared.Transactions;

/**
 * For whom advertising rests. Whether it does follows from facts when somebody is about to be
 * written to: an order, a click that counts, or a choice on the page of preferences ends it,
 * without anything being written then. The setting is read once in ten seconds and node. Safe for
 * concurrent use.
 */
public class Sunset {
  /** A shop in which it never rests. */
  public static final Sunset NEVER = new Sunset();

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final SunsetStore store;
  private final ReadClicks clicks;
  private final LastOrders orders;
  private final Transactions transactions;
  private final Clock clock;
  private final KeptBriefly<SunsetSetting> setting;

  private Sunset() {
    store = null;
    clicks = null;
    orders = null;
    transactions = null;
    clock = null;
    setting = null;
  }

  public Sunset(
      SunsetStore store,
      ReadClicks clicks,
      LastOrders orders,
      Transactions transactions,
      Clock clock) {
    this.store = requireNonNull(store, "store");
    this.clicks = requireNonNull(clicks, "clicks");
    this.orders = requireNonNull(orders, "orders");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
    setting =
        new KeptBriefly<>(
            KEPT, clock, () -> transactions.call(() -> store.setting().orElse(SunsetSetting.OFF)));
  }

  public SunsetSetting setting() {
    return setting == null ? SunsetSetting.OFF : setting.get();
  }

  /** For how many days back messages and clicks decide who rests; 0 while nobody does. */
  public int looksBack() {
    SunsetSetting setting = setting();
    return setting.on ? setting.days + 1 : 0;
  }

  /** Returns whether it is another one now. Switching it off forgets who rests. */
  public boolean save(SunsetSetting next) {
    return transactions.call(
        () -> {
          boolean changed = !next.isAs(store.setting().orElse(SunsetSetting.OFF));
          if (changed) {
            store.save(next, clock.instant());
            if (!next.on) {
              store.clear();
            }
          }
          setting.forget();
          return changed;
        });
  }

  /** How many rest, up to a thousand. */
  public int count() {
    return transactions.call(store::count);
  }

  /**
   * Those of the people for whom advertising rests now. Whoever is found out to rest, or to rest no
   * more, is noted. Joins the caller's transaction; a fixed number of statements for any number of
   * people, and none while it is switched off.
   *
   * @param people customer ids by mailbox, 0 for guests
   */
  public Set<String> resting(Map<String, Long> people) {
    SunsetSetting setting = people.isEmpty() ? SunsetSetting.OFF : setting();
    if (!setting.on) {
      return Collections.emptySet();
    }
    Instant now = clock.instant();
    Instant limit = now.minus(Duration.ofDays(setting.days));
    Map<String, Instant> since = store.resting(people.keySet());
    Map<String, Instant> last = lastReactions(people);
    Set<String> resting = new HashSet<>();
    Set<String> ended = new HashSet<>();
    Set<String> quiet = new HashSet<>();
    for (String contact : people.keySet()) {
      Instant reaction = last.getOrDefault(contact, Instant.MIN);
      Instant from = since.get(contact);
      if (from != null && reaction.isBefore(from)) {
        resting.add(contact);
        continue;
      }
      if (from != null) {
        ended.add(contact);
      }
      if (!reaction.isAfter(limit)) {
        quiet.add(contact);
      }
    }
    List<SunsetStore.Resting> begun = new ArrayList<>();
    Map<String, List<Instant>> advertised = store.advertised(quiet);
    for (String contact : quiet) {
      Instant reaction = last.getOrDefault(contact, Instant.MIN);
      List<Instant> sent =
          advertised.getOrDefault(contact, Collections.emptyList()).stream()
              .filter(at -> at.isAfter(reaction))
              .collect(Collectors.toList());
      if (sent.size() >= setting.messages && !sent.get(0).isAfter(limit)) {
        resting.add(contact);
        begun.add(new SunsetStore.Resting(contact, people.get(contact), now));
      }
    }
    if (!ended.isEmpty()) {
      store.end(ended);
    }
    if (!begun.isEmpty()) {
      store.begin(begun);
    }
    return resting;
  }

  /** Those who rest and have not reacted since; changes nothing. */
  Set<String> stillResting(Map<String, Long> people) {
    if (people.isEmpty() || !setting().on) {
      return Collections.emptySet();
    }
    Map<String, Instant> since = store.resting(people.keySet());
    Map<String, Instant> last = lastReactions(people);
    return since.keySet().stream()
        .filter(contact -> last.getOrDefault(contact, Instant.MIN).isBefore(since.get(contact)))
        .collect(Collectors.toSet());
  }

  /** By mailbox; without those who never did anything. */
  private Map<String, Instant> lastReactions(Map<String, Long> people) {
    Map<String, Instant> last = new HashMap<>(clicks.last(people.keySet()));
    store.preferred(people.keySet()).forEach((contact, at) -> later(last, contact, at));
    List<BuyerSince> buyers = new ArrayList<>();
    people.forEach((contact, id) -> buyers.add(new BuyerSince(contact, id, Instant.EPOCH)));
    orders.of(buyers).forEach((buyer, at) -> later(last, buyer.mailbox, at));
    return last;
  }

  private static void later(Map<String, Instant> last, String contact, Instant at) {
    last.merge(contact, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  List<SunsetStore.Resting> untold(String after, int limit) {
    return store.untold(after, limit);
  }

  void told(Collection<SunsetStore.Resting> people) {
    store.told(people);
  }
}
