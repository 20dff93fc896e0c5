package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.MemoryShop;

/**
 * Whatever becomes of orders, and in whatever order it becomes known, the customer has in the end
 * what follows from what was kept. A submission comes before the other facts of its order and a
 * spending after what paid for it; apart from that anything may come at any time, and late.
 *
 * <p>A million histories: {@code -Dsequences=1000000}, on all cores; others than those of the
 * build: {@code -Dskip=20000}; one again: {@code -Dseed=…}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyOrderOfFactsTest {
  private static final int SEQUENCES = Integer.getInteger("sequences", 20_000);
  private static final long FIRST = Long.getLong("seed", 20_261_129L) + Long.getLong("skip", 0);

  @Test
  void the_end_follows_from_what_was_kept_in_any_order_of_the_facts() {
    int sequences = System.getProperty("seed") == null ? SEQUENCES : 1;
    LongStream.range(FIRST, FIRST + sequences)
        .parallel()
        .forEach(
            seed -> {
              History history = new History(seed);
              assertThat(new Run(history, seed).ends())
                  .as("-Dseed=%s %s", seed, history)
                  .isEqualTo(new NaivePoints(history).ends());
            });
  }

  @ParameterizedTest
  @EnumSource
  void histories_like_these_find_each_planted_bug(NaivePoints.Bug bug) {
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      History history = new History(FIRST + i);
      found += new NaivePoints(history).ends().equals(new NaivePoints(history, bug).ends()) ? 0 : 1;
    }
    assertThat(found).as("histories that tell a shop with the bug from one without").isPositive();
  }

  /** Lets everything of a history become known to a shop. */
  private static final class Run {
    private final History history;
    private final Random random;
    private final KnownOrders host = new KnownOrders();
    private final MemoryShop shop;
    private final List<Step> steps = new ArrayList<>();

    /** One thing that becomes known, after another of the same order. */
    private static final class Step {
      final Runnable work;
      final Step after;
      boolean done;

      Step(Step after, Runnable work) {
        this.after = after;
        this.work = work;
      }
    }

    Run(History history, long seed) {
      this.history = history;
      this.random = new Random(seed * 31);
      shop = new MemoryShop(host, new ByMailbox(), history.rules(), history.shortfall);
    }

    /** What the customer has, and what waits for each of the guests. */
    List<Long> ends() {
      for (History.Purchase p : history.purchases) {
        host.with(p.at(p.placedAt, OrderState.SUBMITTED, false));
      }
      History.Purchase first = history.purchases.get(0);
      Step bought = placed(first, null);
      Step arrived = delivered(first, bought);
      for (Step step : List.of(bought, arrived)) {
        step.work.run();
        step.done = true;
      }
      shop.clock.set(History.SPENT_AT);
      shop.pass(Duration.ofDays(30)); // handled late, when another month has begun
      if (history.spent > 0) {
        assertThat(
                shop.engine
                    .redeem()
                    .reserve(History.CUSTOMER, 2, "pay", history.spent)
                    .get()
                    .posted)
            .isTrue();
      }
      rest(first, bought);
      for (History.Purchase p : history.purchases.subList(1, history.purchases.size())) {
        Step placed = placed(p, null);
        if (p.delivered) {
          steps.add(delivered(p, placed));
        }
        steps.add(placed);
        rest(p, placed);
      }
      while (!steps.isEmpty()) {
        Step next = steps.get(random.nextInt(steps.size()));
        if (next.after == null || next.after.done) {
          next.work.run();
          next.done = true;
          steps.remove(next);
          if (random.nextInt(4) == 0) {
            shop.pass(Duration.ofHours(random.nextInt(60)));
          }
        }
      }
      shop.pass(Duration.ofDays(100));
      return List.of(of(Owners.ofCustomer(History.CUSTOMER)), waiting(0), waiting(1));
    }

    private long waiting(int guest) {
      return history.purchases.stream()
          .filter(p -> p.guest == guest && !p.claimed)
          .mapToLong(p -> of(Owners.ofGuestOrder(p.id)))
          .sum();
    }

    private long of(String owner) {
      PointsBalance end = shop.views.balance("main", owner, shop.clock.instant());
      assertThat(List.of(end.pending, end.held)).as(owner).containsOnly(0L);
      return end.usable - end.shortfall;
    }

    private void rest(History.Purchase p, Step placed) {
      if (p.claimed) {
        steps.add(new Step(placed, () -> shop.engine.claims().take(p.id, History.CUSTOMER)));
      }
      if (p.refunded > 0) {
        long half = p.refunded / 2;
        refunded(p, half, 1, placed);
        refunded(p, p.refunded - half, 2, placed);
      }
      for (int i = 0; i < p.returned.length; i++) {
        for (int unit = 0; unit < p.returned[i]; unit++) {
          LineQuantity one = LineQuantity.of(p.line(i), 1);
          String key = "ref:" + p.line(i) + "-" + unit;
          steps.add(
              new Step(
                  placed,
                  () -> {
                    shop.lines.add(OrderFact.LINES_RETURNED, one, p.arrivedAt());
                    happened(p, OrderFact.LINES_RETURNED, key, "", p.arrivedAt());
                  }));
        }
      }
      if (p.edited) {
        steps.add(
            new Step(
                placed,
                () -> {
                  host.with(p.at(p.placedAt, OrderState.SUBMITTED, true));
                  happened(p, OrderFact.EDITED, "changed", "", p.arrivedAt());
                }));
      }
      if (p.cancelled) {
        cancelled(p, placed);
      }
    }

    private void refunded(History.Purchase p, long minor, int number, Step placed) {
      String detail = "amountMinor=" + minor + ";currency=EUR";
      Instant at = p.placedAt.plusSeconds(60 * number);
      if (minor > 0) {
        steps.add(
            new Step(placed, () -> happened(p, OrderFact.REFUNDED, "ref:" + number, detail, at)));
      }
    }

    private void cancelled(History.Purchase p, Step placed) {
      Step cancelled =
          new Step(
              placed,
              () -> {
                host.with(p.at(p.placedAt, OrderState.CANCELLED, false));
                happened(p, OrderFact.CANCELLED, "1", "", p.placedAt.plusSeconds(30));
              });
      steps.add(cancelled);
      if (p.againAt != null) {
        steps.add(
            new Step(
                cancelled,
                () -> {
                  host.with(p.at(p.againAt, OrderState.SUBMITTED, false));
                  happened(p, OrderFact.SUBMITTED, "2", "", p.againAt);
                }));
      }
    }

    private Step placed(History.Purchase p, Step after) {
      return new Step(
          after,
          () -> {
            shop.lines.ensure(host.find(p.id).get(), p.placedAt);
            happened(p, OrderFact.SUBMITTED, "1", "", p.placedAt);
          });
    }

    private Step delivered(History.Purchase p, Step after) {
      return new Step(
          after,
          () -> {
            for (int i = 0; i < p.quantity.length; i++) {
              LineQuantity all = LineQuantity.of(p.line(i), p.quantity[i]);
              shop.lines.add(OrderFact.DELIVERED, all, p.arrivedAt());
            }
            happened(p, OrderFact.DELIVERED, "ref:arrived", "", p.arrivedAt());
          });
    }

    private void happened(
        History.Purchase p, OrderFact fact, String reference, String detail, Instant at) {
      String key = "order:" + p.id + ":" + fact + ":" + reference;
      OrderEvent event = new OrderEvent(key, p.id, fact, detail, EventSource.SERVICE, at);
      int times = random.nextInt(10) == 0 ? 2 : 1;
      for (int i = 0; i < times; i++) {
        shop.engine.handler().handle(List.of(event));
      }
    }

    /** As the host's history: cancelled orders are none. */
    private final class ByMailbox implements OrderHistory {
      @Override
      public boolean hasEarlier(OrderSnapshot order) {
        return history.purchases.stream()
            .map(p -> host.find(p.id))
            .filter(Optional::isPresent)
            .map(Optional::get)
            .filter(o -> o.orderId != order.orderId && o.state == OrderState.SUBMITTED)
            .filter(o -> EarningOrder.personOf(o).equals(EarningOrder.personOf(order)))
            .anyMatch(o -> o.submittedAt.isBefore(order.submittedAt));
      }

      @Override
      public List<Instant> earlier(OrderSnapshot order) {
        throw new UnsupportedOperationException();
      }

      @Override
      public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
        throw new UnsupportedOperationException();
      }

      @Override
      public boolean hasLater(OrderSnapshot order) {
        throw new UnsupportedOperationException();
      }
    }
  }
}
