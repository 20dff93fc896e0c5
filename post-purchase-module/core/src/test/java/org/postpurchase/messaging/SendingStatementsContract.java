package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.WatchedDataSource;

/** What a mail costs in statements, from the claim to the stored outcome, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SendingStatementsContract {
  private static final int MOST_PER_HUNDRED = 75;

  abstract CoreDatabase shared();

  @Test
  void a_hundred_mails_take_a_bounded_number_of_statements() {
    WatchedDataSource watched = new WatchedDataSource(shared().dataSource);
    KnownMembers members = new KnownMembers();
    members.restrained = true;
    SeriesWorld world = new SeriesWorld(shared().through(watched.dataSource()), members).fresh();
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER,
            ReEntry.EACH_ORDER,
            1,
            FirstPurchase.thankYou(),
            FirstPurchase.marketing("reward-code", 2, Anchor.SUBMITTED, 0)
                .reward(SeriesWorld.OFFER, 14)
                .build()));
    place(world, 1, 5);
    world.run();
    place(world, 101, 50);
    world.node.relay.runDue();
    world.engine.dueSteps().runDue();
    watched.seen.clear();
    int before = world.mails.taken.size();

    world.node.sender.runDue();

    assertThat(world.mails.taken.size() - before).isEqualTo(100);
    assertThat(watched.seen.size())
        .as(() -> String.join("\n", List.copyOf(watched.seen)))
        .isLessThanOrEqualTo(MOST_PER_HUNDRED);
  }

  private static void place(SeriesWorld world, long first, int many) {
    for (long id = first; id < first + many; id++) {
      world.consents.answered(id, true, "Yes", "en");
      world.orders.with(
          OrderFixture.order(id)
              .line(id * 10, 1)
              .email("p" + id + "@example.com")
              .submittedAt(world.clock.instant()));
      OrderEvent event =
          new OrderEvent(
              OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
              id,
              OrderFact.SUBMITTED,
              "",
              EventSource.HOST_STATUS,
              world.clock.instant());
      world.database.transactions.run(() -> world.node.outbox.record(event));
    }
  }
}
