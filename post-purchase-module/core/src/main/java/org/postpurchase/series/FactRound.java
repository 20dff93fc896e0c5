package org.postpurchase.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.shared.EmailAddress;

/**
 * Facts of a batch in which every order and every person occurs once, so that none of them has to
 * see what another one has begun. Rounds follow each other in one transaction; what happens to one
 * order, or to one person, is in them in the order in which it was recorded.
 */
final class FactRound {
  final List<OrderEvent> events = new ArrayList<>();

  /** What the facts do to runs. */
  final RunBook book;

  /** The merchant's series that are not drafts. */
  final List<Series> running;

  private final Batch batch;
  private Map<Long, List<RewardCode>> taken;

  private FactRound(Batch batch) {
    this.book = batch.books.get();
    this.running = batch.running;
    this.batch = batch;
  }

  /** What all rounds of a batch share. */
  static final class Batch {
    private final Supplier<RunBook> books;
    private final List<Series> running;
    private final Collection<OrderSnapshot> orders;
    private final RewardCodeStore rewards;
    private final Map<String, Map<Long, ReasonCode>> unfit = new HashMap<>();

    Batch(
        Supplier<RunBook> books,
        List<Series> running,
        Collection<OrderSnapshot> orders,
        RewardCodeStore rewards) {
      this.books = books;
      this.running = running;
      this.orders = orders;
      this.rewards = rewards;
    }

    /** Each event in the first round after those of the events before it that it has to follow. */
    List<FactRound> rounds(List<OrderEvent> events, Map<Long, OrderSnapshot> orders) {
      List<FactRound> rounds = new ArrayList<>();
      Map<String, Integer> next = new HashMap<>();
      for (OrderEvent event : events) {
        String order = "order " + event.orderId;
        String person = "person " + contact(orders.get(event.orderId));
        boolean known = orders.containsKey(event.orderId);
        int round = Math.max(next.getOrDefault(order, 0), known ? next.getOrDefault(person, 0) : 0);
        if (round == rounds.size()) {
          rounds.add(new FactRound(this));
        }
        rounds.get(round).events.add(event);
        next.put(order, round + 1);
        if (known) {
          next.put(person, round + 1);
        }
      }
      return rounds;
    }
  }

  /** The buyer's mailbox; empty when the order is gone or has no address. */
  static String contact(OrderSnapshot order) {
    return order == null || order.email.isEmpty() ? "" : EmailAddress.stored(order.email).key();
  }

  /** The codes that an order of this round has taken. */
  List<RewardCode> takenBy(long orderId) {
    if (taken == null) {
      Set<Long> orderIds = events.stream().map(e -> e.orderId).collect(Collectors.toSet());
      taken =
          batch.rewards.takenByAny(orderIds).stream()
              .collect(Collectors.groupingBy(c -> c.orderId));
    }
    return taken.getOrDefault(orderId, Collections.emptyList());
  }

  /** The name of a running series; empty for none. */
  String nameOf(long seriesId) {
    return running.stream()
        .filter(series -> series.id == seriesId)
        .map(series -> series.draft.name)
        .findFirst()
        .orElse("");
  }

  /** {@link OrderTrigger#unfit}, asked about all orders of the batch when it is asked first. */
  Optional<ReasonCode> unfit(OrderTrigger trigger, OrderSnapshot order) {
    return Optional.ofNullable(
        batch
            .unfit
            .computeIfAbsent(trigger.key(), key -> trigger.unfitAmong(batch.orders))
            .get(order.orderId));
  }
}
