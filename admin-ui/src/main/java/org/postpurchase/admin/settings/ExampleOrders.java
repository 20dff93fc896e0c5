package org.postpurchase.admin.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.Money;

/**
 * Two made-up orders that between them take both ways through a template's conditions: everything
 * there, and everything optional missing.
 */
final class ExampleOrders {
  private static final Money NOTHING = Money.ofMinor(0, Currency.getInstance("EUR"));

  private ExampleOrders() {}

  static List<Map<String, Object>> models(
      OrderModel model, Locale locale, Optional<DispatchPromise> promise) {
    return Arrays.asList(
        model.of(rich(locale), Optional.of(promise.orElseGet(() -> DispatchPromise.of(1, 2, 4)))),
        model.of(sparse(locale), promise));
  }

  private static OrderSnapshot rich(Locale locale) {
    OrderSnapshot example = OrderModel.example(locale);
    List<OrderLine> lines = new ArrayList<>();
    for (OrderLine line : example.lines) {
      lines.add(
          new OrderLine(
              line.lineId,
              line.name,
              line.quantity,
              line.total,
              "https://shop.example/picture.png",
              "/example"));
    }
    return new OrderSnapshot(
        example.orderId,
        example.number,
        example.state,
        example.submittedAt,
        new OrderSnapshot.Buyer(example.customerId, example.email, "Alex", locale),
        lines,
        example.totals);
  }

  private static OrderSnapshot sparse(Locale locale) {
    OrderSnapshot example = OrderModel.example(locale);
    OrderLine line = example.lines.get(0);
    return new OrderSnapshot(
        example.orderId,
        example.number,
        example.state,
        example.submittedAt,
        new OrderSnapshot.Buyer(example.customerId, example.email, "", locale),
        Collections.singletonList(new OrderLine(line.lineId, line.name, 1, line.total, "", "")),
        new OrderTotals(line.total, NOTHING, NOTHING, NOTHING, line.total));
  }
}
