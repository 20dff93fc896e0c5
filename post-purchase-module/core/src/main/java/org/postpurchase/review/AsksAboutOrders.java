package org.postpurchase.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.ask.Ask;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.LocalText;

/**
 * Judges requests about a set of orders. Each kind of fact is read for all of them when the first
 * question needs it; what is noted meanwhile counts for those that follow, and is written at the
 * end. For one thread and one transaction.
 */
final class AsksAboutOrders implements OrderAsks {
  /** A request and one reminder. */
  private static final int MAILS_MOST = 2;

  private final AskForReviews from;
  private final Map<Long, OrderSnapshot> orders = new LinkedHashMap<>();
  private final Instant readAt;
  private final List<Ask> noted = new ArrayList<>();
  private final List<Ask> outdated = new ArrayList<>();
  private Optional<ReviewSettings> settings;
  private Map<Long, List<ReviewLine>> lines;
  private Map<String, List<Ask>> asked;
  private Set<String> stopped;
  private Map<Long, Long> counts;

  AsksAboutOrders(AskForReviews from, Collection<OrderSnapshot> all, Instant now) {
    this.from = from;
    this.readAt = now;
    all.forEach(order -> orders.put(order.orderId, order));
  }

  private Optional<ReviewSettings> settings() {
    if (settings == null) {
      settings = from.settings.active();
    }
    return settings;
  }

  private static String contact(OrderSnapshot order) {
    return EmailAddress.stored(order.email).key();
  }

  private Set<String> contacts() {
    return orders.values().stream().map(AsksAboutOrders::contact).collect(Collectors.toSet());
  }

  private List<ReviewLine> lines(OrderSnapshot order) {
    if (lines == null) {
      lines = from.read.of(orders.values());
    }
    return lines.getOrDefault(order.orderId, Collections.emptyList());
  }

  private List<Ask> earlier(String contact, ReviewSettings active) {
    if (asked == null) {
      asked = new HashMap<>(from.asks.since(contacts(), earliest(active, readAt)));
    }
    return asked.getOrDefault(contact, Collections.emptyList());
  }

  private boolean isStopped(String contact) {
    if (stopped == null) {
      stopped = from.asks.stopped(contacts());
    }
    return stopped.contains(contact);
  }

  private long count(long productId) {
    if (counts == null) {
      Set<Long> products = new HashSet<>();
      orders.values().forEach(o -> lines(o).forEach(l -> products.add(l.line.goods.productId)));
      products.remove(0L);
      counts = products.isEmpty() ? Collections.emptyMap() : from.counts.of(products);
    }
    return counts.getOrDefault(productId, 0L);
  }

  @Override
  public OrderAsks knowing(Collection<OrderSnapshot> others, Instant now) {
    return from.knowing(others, now);
  }

  @Override
  public void write() {
    from.asks.remove(outdated);
    from.asks.add(noted);
    outdated.clear();
    noted.clear();
  }

  @Override
  public Optional<AskObjection> objection(
      OrderSnapshot order, String contact, String stepKey, Instant now) {
    ReviewSettings active = settings().orElse(null);
    if (active == null) {
      return Optional.empty(); // then it is the mail that asks for a reply
    }
    if (isStopped(contact)) {
      return never(AskObjection.Reason.ASKS_STOPPED, "");
    }
    List<Ask> earlier = earlier(contact, active);
    Set<String> mails =
        earlier.stream()
            .filter(a -> a.kind == AskKind.REVIEW && a.orderId == order.orderId)
            .map(Ask::mail)
            .collect(Collectors.toSet());
    mails.remove(mail(order, stepKey));
    if (mails.size() >= MAILS_MOST) {
      return never(AskObjection.Reason.ASKED_ENOUGH, "");
    }
    List<ReviewLine> all = lines(order);
    List<ReviewLine> open = open(all, order, earlier, active, now);
    if (open.isEmpty()) {
      return never(AskObjection.Reason.NOTHING_TO_ASK, why(all));
    }
    Instant ripe = ripe(open, active);
    if (ripe.isAfter(now)) {
      return Optional.of(AskObjection.until(AskObjection.Reason.TOO_EARLY_TO_ASK, ripe));
    }
    return active
        .budget
        .opensAt(earlier, mail(order, stepKey), now)
        .map(until -> AskObjection.until(AskObjection.Reason.ASK_BUDGET, until));
  }

  @Override
  public boolean isMarketing(OrderSnapshot order) {
    return settings().isPresent() && from.isMarketing(order.countryCode);
  }

  @Override
  public void record(OrderSnapshot order, String contact, String stepKey, Instant now) {
    if (!settings().isPresent()) {
      return;
    }
    List<Ask> mine =
        asked(order, contact, settings().get(), now).stream()
            .map(l -> ask(order, contact, stepKey, l.line.goods.productId, now))
            .collect(Collectors.toList());
    takeBack(order, contact, stepKey);
    asked.get(contact).addAll(mine);
    noted.addAll(mine);
  }

  @Override
  public void takeBack(OrderSnapshot order, String contact, String stepKey) {
    if (!settings().isPresent()) {
      return;
    }
    List<Ask> others = new ArrayList<>();
    for (Ask ask : earlier(contact, settings().get())) {
      (ask.mail().equals(mail(order, stepKey)) ? outdated : others).add(ask);
    }
    outdated.removeAll(noted);
    noted.removeIf(ask -> ask.contact.equals(contact) && ask.mail().equals(mail(order, stepKey)));
    asked.put(contact, others);
  }

  private static Ask ask(
      OrderSnapshot order, String contact, String stepKey, long productId, Instant now) {
    return new Ask(AskKind.REVIEW, contact, order.orderId, stepKey, productId, now);
  }

  @Override
  public ShownAsk shown(
      OrderSnapshot order, String contact, String stepKey, Locale locale, Instant now) {
    ReviewSettings active = settings().orElse(null);
    if (active == null) {
      return ShownAsk.NONE;
    }
    List<OrderLine> lines =
        asked(order, contact, active, now).stream().map(l -> l.line).collect(Collectors.toList());
    return lines.isEmpty()
        ? ShownAsk.NONE
        : new ShownAsk(
            from.shown.links.of(order.orderId), lines, LocalText.in(active.incentive, locale));
  }

  private List<ReviewLine> asked(
      OrderSnapshot order, String contact, ReviewSettings active, Instant now) {
    List<ReviewLine> open = open(lines(order), order, earlier(contact, active), active, now);
    return leastReviewedFirst(open).subList(0, Math.min(active.linesMost, open.size()));
  }

  private static List<ReviewLine> open(
      List<ReviewLine> all,
      OrderSnapshot order,
      List<Ask> earlier,
      ReviewSettings active,
      Instant now) {
    Set<Long> lately = new HashSet<>();
    Instant since = now.atZone(ZoneOffset.UTC).minus(active.again).toInstant();
    earlier.stream()
        .filter(a -> a.kind == AskKind.REVIEW && a.orderId != order.orderId)
        .filter(a -> a.askedAt.isAfter(since))
        .forEach(a -> lately.add(a.productId));
    return all.stream()
        .filter(l -> l.status == ReviewLine.Status.OPEN)
        .filter(l -> !lately.contains(l.line.goods.productId))
        .collect(Collectors.toList());
  }

  private List<ReviewLine> leastReviewedFirst(List<ReviewLine> open) {
    List<ReviewLine> sorted = new ArrayList<>(open);
    if (sorted.size() > 1) {
      sorted.sort(
          (a, b) -> Long.compare(count(a.line.goods.productId), count(b.line.goods.productId)));
    }
    return sorted;
  }

  /** When the last of them was there long enough. */
  private static Instant ripe(List<ReviewLine> open, ReviewSettings active) {
    Instant ripe = Instant.MIN;
    for (ReviewLine line : open) {
      if (line.arrivedAt != null) {
        Instant at = line.arrivedAt.plus(active.wait(line.line.goods.categoryIds));
        ripe = at.isAfter(ripe) ? at : ripe;
      }
    }
    return ripe;
  }

  private Instant earliest(ReviewSettings active, Instant now) {
    Instant again = now.atZone(from.shown.zone.get()).minus(active.again).toInstant();
    Instant budget = now.minus(active.budget.period);
    return again.isBefore(budget) ? again : budget;
  }

  private static String why(List<ReviewLine> all) {
    return all.stream().map(l -> l.line.name + ": " + l.status).collect(Collectors.joining(", "));
  }

  private static String mail(OrderSnapshot order, String stepKey) {
    return AskKind.REVIEW + ":" + order.orderId + ":" + stepKey;
  }

  private static Optional<AskObjection> never(AskObjection.Reason reason, String detail) {
    return Optional.of(AskObjection.never(reason, detail));
  }
}
