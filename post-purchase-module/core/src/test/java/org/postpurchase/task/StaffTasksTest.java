package org.postpurchase.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.moment.Trigger;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.Step;
import org.postpurchase.series.Waiting;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Purpose;
import org.postpurchase.task.jdbc.TaskJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;

/** A call, and a mail for whoever was not reached. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffTasksTest {
  private final CoreDatabase database = Databases.hsqldb();
  private final StaffTaskStore store = TaskJdbcModule.tasks(database.jdbc, database.inserts);
  private SeriesWorld world;
  private StaffTasks tasks;

  @BeforeEach
  void open_the_shop() {
    database.jdbc.update("delete from PP_STAFF_TASK");
    KnownMembers members =
        new KnownMembers()
            .bringing(TaskTrigger.both().toArray(new Trigger[0]))
            .sendingBy(new StaffChannel(store, database.transactions));
    world = new SeriesWorld(database, members).fresh();
    tasks = new StaffTasks(store, world.engine::moments, database.transactions, world.clock);
    world.templates.with(
        "call",
        "Call ${customer.firstName}",
        "Ask how the coffee tastes\n--\nand note it.\n\n--\nYou get this mail because");
    world.templates.with("sorry", "We tried to call", "Write to us");
    world.activate(
        1,
        new SeriesDefinition(
            "Calls",
            OrderTriggers.ANY_ORDER,
            ReEntry.EACH_ORDER,
            1,
            Set.of(),
            List.of(
                new Step.Builder("call")
                    .at(1, "Call")
                    .delay(Anchor.SUBMITTED, 0, 0)
                    .sends(Purpose.TRANSACTIONAL, StaffChannel.KEY, "call")
                    .build(),
                new Step.Builder("sorry")
                    .at(2, "Sorry")
                    .delay(Anchor.MOMENT, 0, 0)
                    .awaits(new Waiting(TaskTrigger.FAILED, 7, false))
                    .onlyIf(ConditionType.HAPPENED, "")
                    .sends(Purpose.TRANSACTIONAL, "EMAIL", "sorry")
                    .build())));
  }

  private List<StaffTask> open(TaskState state) {
    return database.transactions.call(() -> store.page(state, "", ListPage.newest(10)).rows);
  }

  @Test
  void whoever_was_not_reached_gets_the_mail_and_nobody_else() {
    world.submit(order(1).line(11, 1).email("ada@example.com"), false);
    world.submit(order(2).line(21, 1).email("ben@example.com"), false);
    List<StaffTask> all = open(TaskState.OPEN);
    assertThat(all).extracting(task -> task.orderId).containsExactly(1L, 2L);
    assertThat(all.get(0).text.instructions).contains("Ask how the coffee tastes");
    assertThat(world.mails.subjects()).isEmpty();

    assertThat(tasks.end(all.get(0).id, false, "No answer", "amy")).isTrue();
    assertThat(tasks.end(all.get(0).id, true, "Late", "bob")).as("a second person").isFalse();
    assertThat(tasks.end(all.get(1).id, true, "", "amy")).isTrue();
    world.pass(Duration.ofDays(8));

    assertThat(world.mails.subjects()).containsExactly("We tried to call");
    assertThat(open(TaskState.OPEN)).isEmpty();
    StaffTask failed = open(TaskState.FAILED).get(0);
    assertThat(failed.end.by).isEqualTo("amy");
    assertThat(failed.end.note).isEqualTo("No answer");
    assertThat(database.transactions.call(() -> store.countUpTo(9, null, "BEN@"))).isEqualTo(1);
  }

  /** The layout's footer tells the reader of a mail why it came, and how to stop it. */
  @Test
  void staff_reads_what_to_do_and_not_the_footer_of_a_mail() {
    world.submit(order(3).line(31, 1).email("cleo@example.com"), false);

    assertThat(open(TaskState.OPEN).get(0).text.instructions)
        .isEqualTo("Ask how the coffee tastes\n--\nand note it.");
  }

  @Test
  void the_same_message_is_one_task() {
    for (int i = 0; i < 2; i++) {
      database.transactions.run(
          () ->
              store.add(
                  "<one@shop>",
                  "ada@example.com",
                  new StaffTask.Text("Call", "x".repeat(3_000)),
                  world.clock.instant()));
    }
    assertThat(open(TaskState.OPEN)).hasSize(1);
  }
}
