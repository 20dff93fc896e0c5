package org.postpurchase.ask;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderSnapshot;

/**
 * Adds what customers said to what messages may show. Read when the message is composed, so that a
 * right that was taken back is in no mail that leaves later.
 */
public final class AsksWithVoices implements OrderAsks {
  private static final int MOST = 3;

  private final OrderAsks asks;
  private final Voices voices;
  private List<Voice> known;

  public AsksWithVoices(OrderAsks asks, Voices voices) {
    this.asks = asks;
    this.voices = voices;
  }

  @Override
  public Optional<AskObjection> objection(
      OrderSnapshot order, String contact, String stepKey, Instant now) {
    return asks.objection(order, contact, stepKey, now);
  }

  @Override
  public boolean isMarketing(OrderSnapshot order) {
    return asks.isMarketing(order);
  }

  @Override
  public void record(OrderSnapshot order, String contact, String stepKey, Instant now) {
    asks.record(order, contact, stepKey, now);
  }

  @Override
  public void takeBack(OrderSnapshot order, String contact, String stepKey) {
    asks.takeBack(order, contact, stepKey);
  }

  @Override
  public ShownAsk shown(
      OrderSnapshot order, String contact, String stepKey, Locale locale, Instant now) {
    List<Voice> all = known == null ? voices.now() : known;
    return asks.shown(order, contact, stepKey, locale, now)
        .with(
            all.stream()
                .filter(v -> v.locale.getLanguage().equals(locale.getLanguage()))
                .limit(MOST)
                .collect(Collectors.toList()));
  }

  @Override
  public OrderAsks knowing(Collection<OrderSnapshot> orders, Instant now) {
    AsksWithVoices all = new AsksWithVoices(asks.knowing(orders, now), voices);
    if (!orders.isEmpty()) {
      all.known = voices.now();
    }
    return all;
  }

  @Override
  public void write() {
    asks.write();
  }
}
