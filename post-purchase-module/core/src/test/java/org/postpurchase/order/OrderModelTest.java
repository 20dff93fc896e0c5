package org.postpurchase.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Shop;
import org.postpurchase.testkit.OrderFixture;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderModelTest {
  private final OrderModel model =
      new OrderModel(
          () ->
              new Shop(
                  "Tea",
                  "https://shop.example/",
                  "help@shop.example",
                  Locale.UK,
                  ZoneId.of("Pacific/Auckland")));

  @Test
  void money_and_dates_are_written_as_the_buyer_reads_them_in_the_shops_zone() {
    Map<String, Object> german =
        model.of(
            OrderFixture.order(1).line(11, 2).locale(Locale.GERMANY).build(),
            Optional.of(DispatchPromise.of(1, 2, 4)));

    assertThat(part(german, "order")).containsEntry("total", "29,90\u00a0€");
    assertThat(part(german, "dates"))
        .as("11 at night in Auckland, still Monday")
        .containsEntry("ordered", "Montag, 2. März 2026")
        .containsEntry("shipsBy", "Dienstag, 3. März 2026")
        .containsEntry("arrivesFrom", "Donnerstag, 5. März 2026")
        .containsEntry("arrivesBy", "Montag, 9. März 2026");
    assertThat(german).containsEntry("language", "de-DE");
  }

  @Test
  void what_there_is_not_is_an_empty_text() {
    Map<String, Object> facts =
        model.of(OrderFixture.order(1).line(11, 2).build(), Optional.empty());

    assertThat(part(facts, "order")).containsEntry("discount", "").containsEntry("tax", "");
    assertThat(part(facts, "dates")).containsEntry("shipsBy", "").containsEntry("arrivesBy", "");
    Map<String, Object> cart =
        model.of(
            OrderFixture.order(1).state(OrderState.OPEN).build(),
            Optional.of(DispatchPromise.of(1, 2, 4)));
    assertThat(part(cart, "dates").values()).containsOnly("");
  }

  @Test
  void addresses_are_absolute() {
    Map<String, Object> facts =
        model.of(OrderFixture.order(1).line(11, 2).build(), Optional.empty());

    assertThat(part(facts, "order")).containsEntry("url", "https://shop.example/confirmation/N1");
    List<?> lines = (List<?>) part(facts, "order").get("lines");
    assertThat(((Map<?, ?>) lines.get(0)).get("url")).isEqualTo("https://shop.example/tea");
    assertThat(((Map<?, ?>) lines.get(0)).get("picture")).isEqualTo("");
  }

  @Test
  void the_example_has_every_part_a_template_may_name() {
    Map<String, Object> facts =
        model.of(OrderModel.example(Locale.UK), Optional.of(DispatchPromise.of(1, 2, 4)));

    assertThat(facts)
        .containsOnlyKeys(
            "order",
            "customer",
            "shop",
            "brand",
            "contact",
            "dates",
            "language",
            "direction",
            "start",
            "end");
    assertThat(part(facts, "dates").values()).doesNotContain("");
    assertThat(part(facts, "order").values()).doesNotContain("");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> facts, String name) {
    return (Map<String, Object>) facts.get(name);
  }
}
