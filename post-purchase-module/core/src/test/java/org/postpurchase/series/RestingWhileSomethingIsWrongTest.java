package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/** Advertising waits for a case to be closed, and what is about goods for goods to come back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestingWhileSomethingIsWrongTest {
  private static final String ADA = "ada@example.com";
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
  }

  @Test
  void advertising_waits_while_a_case_is_open_and_goes_on_when_it_is_closed() {
    world.activate(1, tips(0));
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), true);
    world.node.inService.add(ADA);
    world.pass(Duration.ofDays(4));
    assertThat(world.mails.subjects()).isEmpty();
    assertThat(reasons()).containsExactly(ReasonCode.IN_SERVICE);

    world.node.inService.clear();
    world.pass(Duration.ofDays(1));
    assertThat(world.mails.subjects()).containsExactly("Well?");
  }

  @Test
  void what_waits_too_long_for_it_is_skipped_with_the_reason() {
    world.activate(1, tips(20));
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), true);
    world.node.inService.add(ADA);
    world.pass(Duration.ofDays(4));
    world.node.inService.clear();
    world.pass(Duration.ofDays(4));
    assertThat(world.mails.subjects()).isEmpty();
    assertThat(world.verdicts(1))
        .contains("review-request DEFER IN_SERVICE", "review-request SKIP IN_SERVICE");
  }

  @Test
  void what_is_settled_an_hour_before_it_would_be_too_late_is_still_sent() {
    world.activate(1, tips(20));
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), true);
    world.node.inService.add(ADA);
    world.clock.advance(Duration.ofDays(2));
    world.run();
    assertThat(reasons()).containsExactly(ReasonCode.IN_SERVICE);
    world.clock.advance(Duration.ofHours(19));
    world.run();
    world.node.inService.clear();
    world.clock.advance(Duration.ofMinutes(40));
    world.run();
    assertThat(world.mails.subjects()).containsExactly("Well?");
  }

  @Test
  void mails_about_the_order_itself_leave_all_the_same() {
    world.activate(1, howTo());
    world.node.inService.add(ADA);
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), false);
    world.deliver(1);
    world.pass(Duration.ofDays(3));
    assertThat(world.mails.subjects()).containsExactly("How to");
  }

  @Test
  void a_case_that_is_opened_after_the_decision_keeps_the_mail_from_leaving() {
    world.activate(1, tips(0));
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), true);
    world.clock.advance(Duration.ofDays(2));
    world.engine.dueSteps().runDue();
    world.node.inService.add(ADA);
    world.run();
    assertThat(world.mails.subjects()).isEmpty();
    assertThat(world.database.messages().count(MessageState.CANCELLED)).isEqualTo(1);
    assertThat(reasons()).containsExactly(ReasonCode.IN_SERVICE);
  }

  @Test
  void how_to_use_it_waits_for_what_is_on_its_way_back_and_comes_when_the_buyer_keeps_it() {
    world.activate(1, howTo());
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), false);
    world.deliver(1);
    world.warehouse.withdrawalDeclared(1, List.of(), "W");
    world.pass(Duration.ofDays(9));
    assertThat(world.mails.subjects()).isEmpty();
    assertThat(reasons()).containsExactly(ReasonCode.WITHDRAWAL_DECLARED);
    world.warehouse.withdrawalTakenBack(1, List.of(LineQuantity.of(11, 1)), "T");
    world.pass(Duration.ofDays(1));
    assertThat(world.mails.subjects()).containsExactly("How to");
  }

  @Test
  void a_parcel_that_never_comes_back_holds_nothing_up_for_ever() {
    world.activate(1, howTo());
    world.submit(OrderFixture.order(1).email(ADA).line(11, 1), false);
    world.deliver(1);
    world.warehouse.withdrawalDeclared(1, List.of(), "W");
    world.pass(Duration.ofDays(29));
    assertThat(world.mails.subjects()).isEmpty();
    world.pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).containsExactly("How to");
  }

  private static SeriesDefinition tips(int validHours) {
    return SeriesWorld.series(
        OrderTriggers.ANY_ORDER,
        ReEntry.EACH_ORDER,
        100,
        FirstPurchase.marketing("review-request", 1, Anchor.SUBMITTED, 2)
            .validHours(validHours)
            .build());
  }

  private static SeriesDefinition howTo() {
    return SeriesWorld.series(
        OrderTriggers.ANY_ORDER,
        ReEntry.EACH_ORDER,
        100,
        new Step.Builder("how-to")
            .at(1, "how-to")
            .delay(Anchor.DELIVERED, 2, 0)
            .aboutProducts(true)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "how-to")
            .build());
  }

  private List<ReasonCode> reasons() {
    return world.decisions(1).stream()
        .map(d -> d.reason)
        .filter(r -> r != ReasonCode.DUE)
        .collect(Collectors.toList());
  }
}
