package org.postpurchase.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ask.Ask;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskLaw;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.ask.AskStore;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Purpose;

/**
 * Asks buyers for reviews: which lines of an order, not before they had them long enough, not again
 * within the year, within the person's budget, and twice at most.
 */
public final class AskForReviews implements OrderAsks {
  /** A request and one reminder. */
  private static final int MAILS_MOST = 2;

  private final ReviewSettingsReader settings;
  private final ReadLines read;
  private final ReviewCounts counts;
  private final AskStore asks;
  private final Shown shown;

  /** What is needed for showing and judging. */
  static final class Shown {
    final ReviewLinks links;
    final AskLaw law;
    final Supplier<ZoneId> zone;

    Shown(ReviewLinks links, AskLaw law, Supplier<ZoneId> zone) {
      this.links = links;
      this.law = law;
      this.zone = zone;
    }
  }

  AskForReviews(
      ReviewSettingsReader settings,
      ReadLines read,
      ReviewCounts counts,
      AskStore asks,
      Shown shown) {
    this.settings = settings;
    this.read = read;
    this.counts = counts;
    this.asks = asks;
    this.shown = shown;
  }

  @Override
  public Optional<AskObjection> objection(
      OrderSnapshot order, String contact, String stepKey, Instant now) {
    ReviewSettings active = settings.active().orElse(null);
    if (active == null) {
      return Optional.empty(); // then it is the mail that asks for a reply
    }
    if (asks.isStopped(contact)) {
      return never(AskObjection.Reason.ASKS_STOPPED, "");
    }
    List<Ask> earlier = asks.since(contact, earliest(active, now));
    Set<String> mails =
        earlier.stream()
            .filter(a -> a.kind == AskKind.REVIEW && a.orderId == order.orderId)
            .map(Ask::mail)
            .collect(Collectors.toSet());
    mails.remove(mail(order, stepKey));
    if (mails.size() >= MAILS_MOST) {
      return never(AskObjection.Reason.ASKED_ENOUGH, "");
    }
    List<ReviewLine> all = read.of(order, contact);
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
    return settings.active().isPresent()
        && shown.law.of(AskKind.REVIEW, order.countryCode) == Purpose.MARKETING;
  }

  @Override
  public void record(OrderSnapshot order, String contact, String stepKey, Instant now) {
    settings
        .active()
        .ifPresent(
            active ->
                asks.add(
                    asked(order, contact, active, now).stream()
                        .map(
                            line ->
                                new Ask(
                                    AskKind.REVIEW,
                                    contact,
                                    order.orderId,
                                    stepKey,
                                    line.line.goods.productId,
                                    now))
                        .collect(Collectors.toList())));
  }

  @Override
  public ShownAsk shown(
      OrderSnapshot order, String contact, String stepKey, Locale locale, Instant now) {
    ReviewSettings active = settings.active().orElse(null);
    if (active == null) {
      return ShownAsk.NONE;
    }
    List<OrderLine> lines =
        asked(order, contact, active, now).stream().map(l -> l.line).collect(Collectors.toList());
    return lines.isEmpty()
        ? ShownAsk.NONE
        : new ShownAsk(
            shown.links.of(order.orderId), lines, LocalText.in(active.incentive, locale));
  }

  private List<ReviewLine> asked(
      OrderSnapshot order, String contact, ReviewSettings active, Instant now) {
    List<ReviewLine> open =
        open(
            read.of(order, contact),
            order,
            asks.since(contact, earliest(active, now)),
            active,
            now);
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
    Map<Long, Long> reviews =
        open.isEmpty()
            ? Collections.<Long, Long>emptyMap()
            : counts.of(open.stream().map(l -> l.line.goods.productId).collect(Collectors.toSet()));
    List<ReviewLine> sorted = new ArrayList<>(open);
    sorted.sort(
        (a, b) ->
            Long.compare(
                reviews.getOrDefault(a.line.goods.productId, 0L),
                reviews.getOrDefault(b.line.goods.productId, 0L)));
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
    Instant again = now.atZone(shown.zone.get()).minus(active.again).toInstant();
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
