package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrdersOfAKindTest {
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
  }

  @Test
  void the_third_order_of_a_person_begins_a_series_and_no_other_one() {
    activate(OrderTriggers.NTH_ORDER, new OrderFilter.Builder().number(3).build());
    for (long id = 1; id <= 4; id++) {
      world.submit(order(id).line(id, 1), false);
      world.pass(Duration.ofDays(1));
    }

    assertThat(world.verdicts(2)).containsExactly("series SKIP NOT_THIS_ORDER_OF_THE_PERSON");
    assertThat(world.verdicts(3)).containsExactly("thank-you SEND DUE");
    assertThat(world.verdicts(4)).containsExactly("series SKIP NOT_THIS_ORDER_OF_THE_PERSON");
  }

  @Test
  void cancelled_orders_are_not_counted() {
    activate(OrderTriggers.NTH_ORDER, new OrderFilter.Builder().number(2).build());
    world.submit(order(1).line(11, 1), false);
    world.pass(Duration.ofDays(1));
    world.submit(order(2).line(21, 1), false);
    world.cancel(order(2).line(21, 1));
    world.pass(Duration.ofDays(1));
    world.submit(order(3).line(31, 1), false);

    assertThat(world.verdicts(3)).containsExactly("thank-you SEND DUE");
  }

  @Test
  void a_product_or_something_of_a_category_has_to_be_in_the_order() {
    activate(OrderTriggers.ORDER_CONTAINS, new OrderFilter.Builder().goods("7, 8", "1009").build());
    world.submit(of(1, 7), false);
    world.submit(of(2, 9), false);
    world.submit(of(3, 10), false);

    assertThat(world.verdicts(1)).containsExactly("thank-you SEND DUE");
    assertThat(world.verdicts(2)).containsExactly("thank-you SEND DUE");
    assertThat(world.verdicts(3)).containsExactly("series SKIP PRODUCT_NOT_IN_ORDER");
  }

  @Test
  void an_amount_counts_in_its_own_currency_only() {
    activate(
        OrderTriggers.ORDER_ABOVE, new OrderFilter.Builder().amounts("100 EUR; JPY 5000").build());
    world.submit(order(1).in("EUR").priced(11, 1, 10_000), false);
    world.submit(order(2).in("EUR").priced(21, 1, 9_999), false);
    world.submit(order(3).in("JPY").priced(31, 1, 5_000), false);
    world.submit(order(4).in("USD").priced(41, 1, 99_999), false);

    assertThat(world.verdicts(1)).containsExactly("thank-you SEND DUE");
    assertThat(world.verdicts(2)).containsExactly("series SKIP BELOW_AMOUNT");
    assertThat(world.verdicts(3)).containsExactly("thank-you SEND DUE");
    assertThat(world.verdicts(4)).containsExactly("series SKIP BELOW_AMOUNT");
  }

  @Test
  void a_single_step_may_be_for_some_orders_only() {
    Step german =
        FirstPurchase.marketing("how-to", 2, Anchor.SUBMITTED, 1)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "how-to")
            .only(new OrderFilter.Builder().countries("de, AT").goods("7", "").build())
            .build();
    world.activate(
        1,
        SeriesWorld.series(
            OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, FirstPurchase.thankYou(), german));
    world.submit(of(1, 7).to("AT"), false);
    world.submit(of(2, 7).to("FR"), false);
    world.submit(of(3, 9).to("DE"), false);
    world.pass(Duration.ofDays(2));

    assertThat(world.verdicts(1)).contains("how-to SEND DUE");
    assertThat(world.verdicts(2)).contains("how-to SKIP OTHER_COUNTRY");
    assertThat(world.verdicts(3)).contains("how-to SKIP PRODUCT_NOT_IN_ORDER");
  }

  @Test
  void a_step_may_need_a_code_to_have_been_used() {
    Step used =
        FirstPurchase.marketing("reward-reminder", 5, Anchor.SUBMITTED, 3)
            .onlyIf(ConditionType.CODE_USED, "reward-code")
            .build();
    Step reward =
        FirstPurchase.marketing("reward-code", 4, Anchor.SUBMITTED, 1)
            .reward(SeriesWorld.OFFER, 14)
            .build();
    world.activate(1, SeriesWorld.series(OrderTriggers.ANY_ORDER, ReEntry.NEVER, 1, reward, used));
    world.submit(order(1).line(11, 1), true);
    world.pass(Duration.ofDays(4));

    assertThat(world.verdicts(1)).contains("reward-reminder SKIP CONDITION_NOT_MET");
  }

  @Test
  void a_series_and_a_step_may_be_for_the_people_of_a_segment_only() {
    Step step =
        FirstPurchase.marketing("how-to", 2, Anchor.SUBMITTED, 1)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "how-to")
            .segment("vip")
            .build();
    world.activate(
        1,
        SeriesWorld.series(
                OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, FirstPurchase.thankYou(), step)
            .segment("buyers"));
    Set<String> buyers = new HashSet<>(Set.of("ada@example.com", "bo@example.com"));
    Set<String> vips = new HashSet<>(Set.of("ada@example.com"));
    world.node.members.segments =
        (key, people) ->
            people.stream()
                .filter(p -> (key.equals("vip") ? vips : buyers).contains(p.mailbox))
                .collect(Collectors.toSet());
    world.submit(of(1, 7), false);
    world.submit(of(2, 7).email("bo@example.com"), false);
    world.submit(of(3, 7).email("cy@example.com"), false);
    vips.clear();
    vips.add("bo@example.com");
    world.pass(Duration.ofDays(2));

    assertThat(world.verdicts(1)).contains("thank-you SEND DUE", "how-to SKIP NOT_IN_SEGMENT");
    assertThat(world.verdicts(2)).contains("thank-you SEND DUE", "how-to SEND DUE");
    assertThat(world.verdicts(3)).containsExactly("series SKIP NOT_IN_SEGMENT");
  }

  private void activate(String trigger, OrderFilter filter) {
    world.activate(
        1,
        SeriesWorld.series(trigger, ReEntry.EACH_ORDER, 1, FirstPurchase.thankYou()).only(filter));
  }

  private static OrderFixture of(long id, long product) {
    return order(id)
        .line(id * 10 + 1, 1)
        .of(new OrderLine.Goods(product, Set.of(product + 1000), true));
  }
}
