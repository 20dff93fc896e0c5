package org.postpurchase.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.person.PersonRef;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.segment.SegmentMembership;
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

  final OrderHistory history;
  private final RewardCodeStore rewards;
  private Map<Long, List<RewardCode>> taken;

  private final Batch batch;

  private FactRound(Batch batch) {
    this.batch = batch;
    this.book = batch.books.get();
    this.running = batch.running;
    this.history = batch.history;
    this.rewards = batch.rewards;
  }

  /** What all rounds of a batch share. */
  static final class Batch {
    private final Supplier<RunBook> books;
    private final List<Series> running;
    private final OrderHistory history;
    private final RewardCodeStore rewards;
    private SegmentMembership segments = SegmentMembership.NOBODY;
    private Collection<OrderSnapshot> orders = Collections.emptyList();
    private final Map<String, Set<PersonRef>> members = new HashMap<>();

    Batch(
        Supplier<RunBook> books,
        List<Series> running,
        OrderHistory history,
        RewardCodeStore rewards) {
      this.books = books;
      this.running = running;
      this.history = history;
      this.rewards = rewards;
    }

    /** Who of the buyers of these orders belongs to a segment is asked for all of them at once. */
    Batch with(SegmentMembership newSegments, Collection<OrderSnapshot> newOrders) {
      segments = newSegments;
      orders = newOrders;
      return this;
    }

    private boolean isInSegment(String segment, OrderSnapshot order) {
      return members
          .computeIfAbsent(
              segment,
              key ->
                  segments.membersAmong(
                      key,
                      orders.stream()
                          .filter(o -> DecideStep.isUsable(o.email))
                          .map(FactRound::person)
                          .collect(Collectors.toSet())))
          .contains(person(order));
    }

    /** Each event in the first round after those of the events before it that it has to follow. */
    List<FactRound> rounds(List<OrderEvent> events, Map<Long, OrderSnapshot> orders) {
      List<FactRound> rounds = new ArrayList<>();
      Map<String, Integer> next = new HashMap<>();
      for (OrderEvent event : events) {
        String order = "order " + event.orderId;
        List<String> once = new ArrayList<>(Collections.singletonList(order));
        once.addAll(names(orders.get(event.orderId)));
        int round = once.stream().mapToInt(name -> next.getOrDefault(name, 0)).max().getAsInt();
        if (round == rounds.size()) {
          rounds.add(new FactRound(this));
        }
        rounds.get(round).events.add(event);
        once.forEach(name -> next.put(name, round + 1));
      }
      return rounds;
    }

    /** What the buyer is known by; nothing when the order is gone. */
    private static List<String> names(OrderSnapshot order) {
      List<String> names = new ArrayList<>();
      if (order != null) {
        names.add("person " + contact(order));
        if (customerId(order) > 0) {
          names.add("customer " + customerId(order));
        }
      }
      return names;
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
      taken = rewards.takenByAny(orderIds).stream().collect(Collectors.groupingBy(c -> c.orderId));
    }
    return taken.getOrDefault(orderId, Collections.emptyList());
  }

  /** A guest is a mailbox; the host's customer of a guest is good for one order only. */
  static PersonRef person(OrderSnapshot order) {
    return PersonRef.of(order.registered ? order.customerId : 0, order.email);
  }

  /** The buyer's account; 0 for a guest. */
  static long customerId(OrderSnapshot order) {
    return order.registered ? Math.max(0, order.customerId) : 0;
  }

  boolean isInSegment(String segment, OrderSnapshot order) {
    return batch.isInSegment(segment, order);
  }

  /** The name of a running series; empty for none. */
  String nameOf(long seriesId) {
    return running.stream()
        .filter(series -> series.id == seriesId)
        .map(series -> series.draft.name)
        .findFirst()
        .orElse("");
  }

  /** Asks about all orders of a batch at once, when the first one is asked about. */
  static OrderHistory together(OrderHistory history, Collection<OrderSnapshot> orders) {
    return new OrderHistory() {
      private Set<Long> earlier;
      private Map<Long, List<Instant>> counts;

      @Override
      public boolean hasEarlier(OrderSnapshot order) {
        if (earlier == null) {
          earlier = history.withEarlier(orders);
        }
        return earlier.contains(order.orderId);
      }

      @Override
      public List<Instant> earlier(OrderSnapshot order) {
        if (counts == null) {
          counts = history.earlierOf(orders);
        }
        return counts.getOrDefault(order.orderId, Collections.emptyList());
      }

      @Override
      public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
        return history.hasOrderedSince(mailbox, customerId, since);
      }

      @Override
      public boolean hasLater(OrderSnapshot order) {
        return history.hasLater(order);
      }
    };
  }
}
