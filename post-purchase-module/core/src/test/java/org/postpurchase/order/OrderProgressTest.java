package org.postpurchase.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderProgressTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T10:00:00Z");

  private static OrderLineProgress line(long id, int shipped, int delivered, Instant at) {
    return new OrderLineProgress(
        id, 2, shipped, delivered, 0, 0, shipped > 0 ? at : null, delivered > 0 ? at : null);
  }

  @Test
  void an_order_has_left_when_its_last_part_has() {
    OrderProgress part = new OrderProgress(List.of(line(1, 2, 0, MONDAY), line(2, 1, 0, FRIDAY)));
    OrderProgress all = new OrderProgress(List.of(line(1, 2, 0, MONDAY), line(2, 2, 0, FRIDAY)));

    assertThat(part.shippedAt()).isEmpty();
    assertThat(all.shippedAt()).contains(FRIDAY);
    assertThat(all.deliveredAt()).isEmpty();
  }

  @Test
  void what_arrived_has_left_and_what_was_cancelled_is_not_waited_for() {
    OrderLineProgress cancelled = new OrderLineProgress(3, 2, 0, 0, 0, 2);
    OrderProgress progress = new OrderProgress(List.of(line(1, 0, 2, MONDAY), cancelled));

    assertThat(progress.deliveredAt()).contains(MONDAY);
    assertThat(progress.shippedAt()).contains(MONDAY);
    assertThat(progress.isKept(3)).isFalse();
    assertThat(progress.isNothingKept()).isFalse();
  }

  @Test
  void nobody_knows_anything_about_an_order_without_reports() {
    OrderProgress unknown = new OrderProgress(List.of());
    assertThat(unknown.shippedAt()).isEmpty();
    assertThat(unknown.isNothingKept()).isFalse();
    assertThat(unknown.isKept(1)).isTrue();
  }

  @Test
  void nothing_is_kept_when_every_unit_came_back_or_was_cancelled() {
    OrderProgress back =
        new OrderProgress(
            List.of(
                new OrderLineProgress(1, 2, 2, 2, 2, 0), new OrderLineProgress(2, 3, 1, 1, 1, 2)));
    assertThat(back.isNothingKept()).isTrue();
  }

  @Test
  void only_what_is_shipped_is_waited_for() {
    OrderSnapshot mixed = order(1).line(1, 2).line(2, 2, "Gift card").notShipped().build();
    OrderSnapshot card = order(1).line(2, 2, "Gift card").notShipped().build();
    List<OrderLineProgress> arrived = List.of(line(1, 2, 2, MONDAY), line(2, 0, 0, null));

    assertThat(OrderProgress.of(mixed, arrived).deliveredAt()).contains(MONDAY);
    assertThat(OrderProgress.of(mixed, arrived).isNothingShipped()).isFalse();
    assertThat(OrderProgress.of(mixed, List.of()).deliveredAt()).isEmpty();
    assertThat(OrderProgress.of(card, List.of()).deliveredAt()).contains(card.submittedAt);
    assertThat(OrderProgress.of(card, List.of()).isNothingShipped()).isTrue();
  }

  @Test
  void what_is_left_after_the_parcel_was_cancelled_had_arrived_before() {
    OrderSnapshot mixed = order(1).line(1, 2).line(2, 2, "Gift card").notShipped().build();
    List<OrderLineProgress> cancelled =
        List.of(new OrderLineProgress(1, 2, 0, 0, 0, 2, null, null, FRIDAY));

    assertThat(OrderProgress.of(mixed, cancelled).deliveredAt()).contains(mixed.submittedAt);
    assertThat(OrderProgress.of(mixed, cancelled).cancelledAt()).contains(FRIDAY);
  }
}
