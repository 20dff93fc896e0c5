package org.postpurchase.review;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskLaw;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.ask.AskStore;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Purpose;

/**
 * Asks buyers for reviews: which lines of an order, not before they had them long enough, not again
 * within the year, within the person's budget, and twice at most.
 */
final class AskForReviews implements OrderAsks {
  final ReviewSettingsReader settings;
  final ReadLines read;
  final ReviewCounts counts;
  final AskStore asks;
  final Shown shown;

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
  public OrderAsks knowing(Collection<OrderSnapshot> orders, Instant now) {
    return new AsksAboutOrders(this, orders, now);
  }

  @Override
  public Optional<AskObjection> objection(
      OrderSnapshot order, String contact, String stepKey, Instant now) {
    return alone(order, now).objection(order, contact, stepKey, now);
  }

  @Override
  public boolean isMarketing(OrderSnapshot order) {
    return settings.active().isPresent() && isMarketing(order.countryCode);
  }

  boolean isMarketing(String countryCode) {
    return shown.law.of(AskKind.REVIEW, countryCode) == Purpose.MARKETING;
  }

  @Override
  public void record(OrderSnapshot order, String contact, String stepKey, Instant now) {
    OrderAsks alone = alone(order, now);
    alone.record(order, contact, stepKey, now);
    alone.write();
  }

  @Override
  public ShownAsk shown(
      OrderSnapshot order, String contact, String stepKey, Locale locale, Instant now) {
    return alone(order, now).shown(order, contact, stepKey, locale, now);
  }

  private OrderAsks alone(OrderSnapshot order, Instant now) {
    return knowing(Collections.singleton(order), now);
  }
}
