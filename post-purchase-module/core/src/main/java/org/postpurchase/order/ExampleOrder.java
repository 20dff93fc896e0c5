package org.postpurchase.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.postpurchase.shared.Money;

/** Made-up orders to try texts on. */
final class ExampleOrder {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Instant PLACED = Instant.parse("2026-01-01T12:00:00Z");
  private static final int MANY_LINES = 96;

  private ExampleOrder() {}

  /** One with every field filled, before a real one exists. */
  static OrderSnapshot usual(Locale locale) {
    return order(
        "Alex",
        locale,
        Arrays.asList(
            new OrderLine(11, "Example product <1>", 1, euro(1290), "", ""),
            new OrderLine(12, "Example product & friends", 2, euro(2580), "", "/example")),
        new OrderTotals(euro(3870), euro(387), euro(490), euro(635), euro(3973), euro(1000)));
  }

  /** One with more and longer values than a shop will ever have: what must fit at all fits it. */
  static OrderSnapshot worst(Locale locale) {
    String name = repeated("A \"most\" <unusual> & long name ", 8);
    OrderLine.Care care = new OrderLine.Care(true, repeated("Rinse & dry. ", 20), "/example/care");
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 1; i <= MANY_LINES; i++) {
      String picture = "https://shop.example/" + repeated("picture", 12) + i + ".png";
      lines.add(
          new OrderLine(i, i + name, 1000, euro(123_456_789), picture, "/example").with(care));
    }
    return order(
        "Wolfeschlegelsteinhausenbergerdorff",
        locale,
        lines,
        new OrderTotals(
            euro(12_345_678_900L),
            euro(1_234_567_890),
            euro(123_456),
            euro(1_234_567_890),
            euro(12_345_678_900L),
            euro(1_234_567_890)));
  }

  private static OrderSnapshot order(
      String firstName, Locale locale, List<OrderLine> lines, OrderTotals totals) {
    return new OrderSnapshot(
        1,
        "2026010112000011",
        OrderState.SUBMITTED,
        PLACED,
        new OrderSnapshot.Buyer(1, "alex@example.com", firstName, locale),
        lines,
        totals);
  }

  private static Money euro(long cents) {
    return Money.ofMinor(cents, EURO);
  }

  private static String repeated(String text, int times) {
    return String.join("", Collections.nCopies(times, text));
  }
}
