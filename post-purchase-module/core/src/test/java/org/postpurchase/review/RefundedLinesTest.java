package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.Money;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;

/** What an amount that went back says about the lines of an order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefundedLinesTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void the_price_of_one_line_is_that_line_and_a_part_of_it_is_goodwill() {
    OrderSnapshot order = fixture(1250, 800).build();
    assertThat(of(order, 800)).containsExactly(2L);
    assertThat(of(order, 400)).isEmpty();
    assertThat(of(order, 799)).isEmpty();
    assertThat(of(order, 801)).isEmpty();
    assertThat(of(order, 1250)).containsExactly(1L);
  }

  @Test
  void all_that_was_paid_for_goods_is_every_line_also_in_parts_and_without_the_shipping() {
    OrderSnapshot order = fixture(1250, 800).shipping(490).build();
    assertThat(of(order, 2049)).isEmpty();
    assertThat(of(order, 2050)).containsExactlyInAnyOrder(1L, 2L);
    assertThat(of(order, 2540)).containsExactlyInAnyOrder(1L, 2L);
    assertThat(of(order, 1000, 1000, 50)).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void of_several_lines_at_one_price_none_is_guessed_and_other_money_says_nothing() {
    OrderSnapshot order = fixture(800, 800, 1250).build();
    assertThat(of(order, 800)).isEmpty();
    Money dollars = Money.ofMinor(1250, Currency.getInstance("USD"));
    assertThat(RefundedLines.of(order, Map.of(1L, List.of(dollars)))).isEmpty();
    assertThat(RefundedLines.of(order, Map.of(2L, List.of(Money.ofMinor(1250, EUR))))).isEmpty();
  }

  @Test
  void a_discount_and_points_are_not_waited_for() {
    assertThat(of(fixture(1250, 800).discount(500).build(), 1550)).hasSize(2);
    assertThat(of(fixture(1250, 800).paidWithPoints(1000).build(), 1050)).hasSize(2);
    OrderSnapshot shippingOnly = fixture(1250, 800).shipping(490).paidWithPoints(2050).build();
    assertThat(of(shippingOnly, 100)).as("goodwill for the parcel").isEmpty();
    assertThat(of(shippingOnly, 490)).hasSize(2);
  }

  @Test
  void a_price_comes_back_with_its_tax_or_without() {
    OrderSnapshot plain = fixture(1250, 800).build();
    OrderSnapshot taxed =
        new OrderSnapshot(
            1,
            plain.number,
            plain.state,
            plain.submittedAt,
            new OrderSnapshot.Buyer(77, plain.email, "Ada", plain.locale, "US"),
            plain.lines,
            new OrderTotals(
                Money.ofMinor(2050, EUR),
                Money.zero(EUR),
                Money.zero(EUR),
                Money.ofMinor(164, EUR),
                Money.ofMinor(2214, EUR)));
    assertThat(of(taxed, 864)).containsExactly(2L);
    assertThat(of(taxed, 800)).containsExactly(2L);
    assertThat(of(taxed, 2050)).as("the tax is still with the shop").isEmpty();
    assertThat(of(taxed, 2214)).hasSize(2);
  }

  @Test
  void any_parts_of_any_order_take_lines_out_only_for_their_price_or_for_everything() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 5000; round++) {
      long[] prices = random.longs(1 + random.nextInt(4), 1, 40).toArray();
      OrderSnapshot order = fixture(prices).shipping(random.nextInt(6)).build();
      long goods = order.totals.merchandise.amountMinor();
      List<Long> parts = new ArrayList<>();
      Set<Long> before = new HashSet<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        parts.add(1L + random.nextInt(40));
        Set<Long> now = of(order, parts.stream().mapToLong(p -> p).toArray());
        String what = "seed " + seed + ", prices " + List.of(prices.length, parts, order.lines);
        assertThat(now).as("money does not come a second time: " + what).containsAll(before);
        if (parts.stream().mapToLong(p -> p).sum() >= goods) {
          assertThat(now).as(what).hasSize(prices.length);
        } else {
          assertThat(now)
              .as(what)
              .allSatisfy(id -> assertThat(parts).contains(prices[id.intValue() - 1]));
          parts.stream()
              .filter(p -> java.util.Arrays.stream(prices).filter(price -> price == p).count() == 1)
              .forEach(p -> assertThat(now).as(what).contains(lineAt(prices, p)));
        }
        before = now;
      }
    }
  }

  private static long lineAt(long[] prices, long price) {
    for (int i = 0; i < prices.length; i++) {
      if (prices[i] == price) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("no line at " + price);
  }

  private static OrderFixture fixture(long... prices) {
    OrderFixture order = OrderFixture.order(1);
    for (int i = 0; i < prices.length; i++) {
      order.priced(i + 1, 1, prices[i]);
    }
    return order;
  }

  private static Set<Long> of(OrderSnapshot order, long... amounts) {
    List<Money> back = new ArrayList<>();
    for (long amount : amounts) {
      back.add(Money.ofMinor(amount, EUR));
    }
    return RefundedLines.of(order, Map.of(1L, back));
  }
}
