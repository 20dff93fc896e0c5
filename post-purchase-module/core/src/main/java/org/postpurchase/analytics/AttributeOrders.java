package org.postpurchase.analytics;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postpurchase.click.ClickStore;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.EventHandler;

/**
 * Notes what led to an order when it is placed: a code of a series that was used in it; else the
 * last link of a series' mail that the person followed within {@link #CLICK_COUNTS} before; else
 * nothing. Opened mails never count. Written once for each order, so that no later change of
 * settings or of the rule moves past figures; an order that is placed again keeps what it had. Two
 * statements for any number of orders, and two more where clicks are measured.
 */
public final class AttributeOrders implements EventHandler {
  /** How long before an order a click may be. */
  public static final Duration CLICK_COUNTS = Duration.ofDays(5);

  private final AttributionStore store;
  private final ReadClicks clicks;
  private final Clock clock;

  public AttributeOrders(AttributionStore store, ReadClicks clicks, Clock clock) {
    this.store = requireNonNull(store, "store");
    this.clicks = requireNonNull(clicks, "clicks");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public String name() {
    return "attribution";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return fact == OrderFact.SUBMITTED;
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Map<Long, Instant> placed = new TreeMap<>();
    events.forEach(event -> placed.putIfAbsent(event.orderId, event.occurredAt));
    List<Attribution> found = new ArrayList<>(store.byCodes(placed.keySet()));
    found.forEach(each -> placed.remove(each.orderId));
    if (clicks.canTell()) {
      found.addAll(byClicks(placed));
    }
    if (!found.isEmpty()) {
      store.addMissing(found, clock.instant());
    }
  }

  private List<Attribution> byClicks(Map<Long, Instant> placed) {
    if (placed.isEmpty()) {
      return Collections.emptyList();
    }
    Map<Long, String> mailboxes = store.mailboxes(placed.keySet());
    Set<String> contacts = new TreeSet<>(mailboxes.values());
    Instant earliest = Collections.min(placed.values()).minus(CLICK_COUNTS);
    Map<String, List<ClickStore.OfSeries>> byContact = new HashMap<>();
    clicks
        .since(contacts, earliest)
        .forEach(c -> byContact.computeIfAbsent(c.contact, k -> new ArrayList<>()).add(c));
    List<Attribution> found = new ArrayList<>();
    mailboxes.forEach(
        (order, mailbox) -> {
          Instant at = placed.get(order);
          byContact.getOrDefault(mailbox, Collections.emptyList()).stream()
              .filter(c -> !c.at.isAfter(at) && !c.at.isBefore(at.minus(CLICK_COUNTS)))
              .reduce((older, newer) -> newer)
              .ifPresent(
                  c -> found.add(Attribution.byClick(order, c.seriesId, c.stepKey, c.messageId)));
        });
    return found;
  }
}
