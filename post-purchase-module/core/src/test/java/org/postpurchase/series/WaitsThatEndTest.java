package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.service.CaseClosedTrigger;
import org.postpurchase.service.CaseHook;
import org.postpurchase.service.CaseKind;
import org.postpurchase.service.CaseStore;
import org.postpurchase.service.Cases;
import org.postpurchase.service.NewCase;
import org.postpurchase.service.ServiceSettings;
import org.postpurchase.service.ServiceSettingsStore;
import org.postpurchase.service.TellClosedCases;
import org.postpurchase.service.TimeOutCases;
import org.postpurchase.service.jdbc.ServiceJdbcModule;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/**
 * What waits for something goes in the moment in which that ends, and not at the next look at it.
 * No time passes in these tests between the two.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitsThatEndTest {
  private static final String ADA = "ada@example.com";
  private static final String BOB = "bob@example.com";

  private SeriesWorld world;
  private CaseStore store;
  private ServiceSettingsStore settings;
  private Cases cases;

  @BeforeEach
  void open_the_shop() {
    KnownMembers members = new KnownMembers();
    members.bringing(new CaseClosedTrigger());
    world = new SeriesWorld(Databases.hsqldb(), members).fresh();
    CoreDatabase database = world.database;
    for (String table :
        List.of("PP_CASE_EVENT", "PP_CASE_PAUSE", "PP_CASE", "PP_SERVICE_SETTINGS")) {
      database.jdbc.update("delete from " + table);
    }
    store = ServiceJdbcModule.cases(database.jdbc, database.inserts);
    settings = ServiceJdbcModule.settings(database.jdbc, database.inserts);
    TellClosedCases hook =
        new TellClosedCases(
            CaseHook.NONE,
            store,
            contact ->
                database.executions().lookAtOnce(EndedRest.ofCase(contact), world.clock.instant()));
    cases =
        new Cases(
            store,
            settings,
            new Cases.Told((one, now) -> {}, world.engine::moments, hook),
            () -> ZoneId.of("Europe/Berlin"),
            database.transactions,
            world.clock);
    settings.save(
        ServiceSettings.usual().but().active(true, world.clock.instant()).edition(1).build());
    world.node.service = store::inService;
  }

  private long complain(String email, String cause) {
    NewCase complaint =
        NewCase.of(CaseKind.COMPLAINT, cause, EmailAddress.of(email))
            .customer(7, "Ada")
            .order(1)
            .about("Tea")
            .words("Cold")
            .build();
    return cases.open(complaint).get().id;
  }

  /** Ada and Bob wait for their cases with a mail that was due two days after their orders. */
  private void both_wait() {
    world.activate(1, tips(Anchor.SUBMITTED));
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), true);
    world.submit(OrderFixture.order(2).email(BOB).line(21, 1), true);
  }

  @Test
  void a_case_that_is_closed_lets_its_customers_advertising_go_at_once() {
    both_wait();
    long adas = complain(ADA, "ada");
    complain(BOB, "bob");
    world.pass(Duration.ofDays(3).plusHours(5));
    assertThat(world.mails.subjects()).isEmpty();
    cases.close(adas, 0, true, "Settled", "eve");
    world.run();

    assertThat(world.mails.subjects()).containsExactly("Well?");
    assertThat(world.verdicts(1))
        .containsExactly("review-request DEFER IN_SERVICE", "review-request SEND DUE");
    assertThat(world.verdicts(2)).containsExactly("review-request DEFER IN_SERVICE");
  }

  @Test
  void whoever_has_another_case_waits_on_until_that_is_closed_too() {
    both_wait();
    long tea = complain(ADA, "tea");
    long pot = complain(ADA, "pot");
    world.pass(Duration.ofDays(2).plusHours(5));
    cases.close(tea, 0, true, "", "eve");
    world.run();
    assertThat(world.mails.subjects()).as("Bob's").hasSize(1);
    cases.close(pot, 0, false, "", "eve");
    world.run();
    assertThat(world.mails.subjects()).as("closed without resuming").hasSize(1);
    cases.resume(pot, 1, "eve");
    world.run();

    assertThat(world.mails.subjects()).hasSize(2);
    assertThat(world.verdicts(1))
        .containsExactly("review-request DEFER IN_SERVICE", "review-request SEND DUE");
  }

  @Test
  void a_case_that_the_timer_closes_does_the_same() {
    world.activate(1, tips(Anchor.SUBMITTED));
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), true);
    cases.answered(complain(ADA, "ada"), 0, "Which one?", true, "eve");
    Duration patience = Duration.ofDays(settings.read().timeoutDays).plusSeconds(1);
    world.pass(patience);
    assertThat(world.mails.subjects()).isEmpty();
    TimeOutCases timer =
        new TimeOutCases(
            store,
            cases,
            settings,
            world.database.transactions,
            WorkFailures.inMemory(world.database.transactions, world.clock),
            world.clock);
    assertThat(timer.runDue()).isEqualTo(1);
    world.run();

    assertThat(world.mails.subjects()).containsExactly("Well?");
  }

  /** Delivery was late and has moved the step on; its old reason to wait does not pull it back. */
  @Test
  void what_has_a_later_moment_by_now_keeps_it() {
    SeriesDefinition series = world.activate(1, tips(Anchor.DELIVERED));
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), true);
    world.ship(1);
    long one = complain(ADA, "ada");
    world.pass(Duration.ofDays(series.steps.get(0).fallbackDays + 3));
    assertThat(world.verdicts(1)).containsExactly("review-request DEFER IN_SERVICE");
    world.deliver(1);
    cases.close(one, 0, true, "", "eve");
    world.run();
    assertThat(world.mails.subjects()).isEmpty();
    world.pass(Duration.ofDays(2));

    assertThat(world.mails.subjects()).containsExactly("Well?");
  }

  @Test
  void goods_that_the_buyer_keeps_after_all_are_explained_at_once() {
    withdrawn();
    world.warehouse.withdrawalTakenBack(1, List.of(LineQuantity.of(11, 1)), "T");
    world.run();
    assertThat(world.mails.subjects()).as("one of two is on its way back").isEmpty();
    world.warehouse.withdrawalTakenBack(1, List.of(LineQuantity.of(12, 1)), "T2");
    world.run();

    assertThat(world.mails.subjects()).containsExactly("How to");
  }

  @Test
  void what_is_left_of_an_order_is_explained_once_the_rest_is_back() {
    withdrawn();
    world.takeBack(1, LineQuantity.of(11, 1), LineQuantity.of(12, 1));
    world.run();

    assertThat(world.mails.subjects()).containsExactly("How to");
  }

  private void withdrawn() {
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER,
            ReEntry.EACH_ORDER,
            100,
            new Step.Builder("how-to")
                .at(1, "how-to")
                .delay(Anchor.DELIVERED, 2, 0)
                .aboutProducts(true)
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "how-to")
                .build()));
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1).line(12, 1).line(13, 1), false);
    world.deliver(1);
    world.warehouse.withdrawalDeclared(
        1, List.of(LineQuantity.of(11, 1), LineQuantity.of(12, 1)), "W");
    world.pass(Duration.ofDays(3).plusHours(1));
    assertThat(world.mails.subjects()).isEmpty();
  }

  private static SeriesDefinition tips(Anchor anchor) {
    return SeriesWorld.series(
        OrderTriggers.ANY_ORDER,
        ReEntry.EACH_ORDER,
        100,
        FirstPurchase.marketing("review-request", 1, anchor, 2).validHours(0).build());
  }
}
