package org.postpurchase.admin.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.ask.FriendAsk;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.consent.ConsentDecision;
import org.postpurchase.consent.ConsentRecord;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.series.ExampleReward;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Money;

/**
 * Made-up orders that between them take both ways through a template's conditions: everything
 * there, everything optional missing, and more of everything than any order of the shop will have.
 */
public final class ExampleOrders {
  private static final Money NOTHING = Money.ofMinor(0, Currency.getInstance("EUR"));

  /** What the lines of the order that pictures show are called. */
  private static final List<String> NAMES =
      Collections.unmodifiableList(
          Arrays.asList(
              "House espresso, 250 g | de: Hausespresso, 250 g",
              "Stoneware cup & saucer | de: Steingutbecher mit Untertasse"));

  private static final String CARE = "Rinse with warm water. | de: Mit warmem Wasser reinigen.";

  private ExampleOrders() {}

  static List<Map<String, Object>> models(
      OrderModel model, Locale locale, Optional<DispatchPromise> promise) {
    return Arrays.asList(
        model.of(rich(locale), Optional.of(promise.orElseGet(() -> DispatchPromise.of(1, 2, 4)))),
        model.of(sparse(locale), promise),
        model.of(OrderModel.worstExample(locale), promise));
  }

  /** The same for texts of a series, with a code, and with and without the day of the consent. */
  public static List<Map<String, Object>> models(SeriesModel model, Locale locale, Instant now) {
    return Arrays.asList(
        pleasant(model, locale, now),
        model.of(facts(model, sparse(locale), now)),
        model.of(
            facts(model, OrderModel.worstExample(locale), now)
                .promise(Optional.of(DispatchPromise.of(1, 2, 4)))
                .consent(Optional.of(consent(now)))));
  }

  /** The one of these that has everything, for pictures of a mail. */
  public static Map<String, Object> pleasant(SeriesModel model, Locale locale, Instant now) {
    return model.of(
        facts(model, rich(locale), now)
            .asks(ShownAsk.example("https://shop.example", locale))
            .friends(FriendAsk.Shown.example("https://shop.example"))
            .promise(Optional.of(DispatchPromise.of(1, 2, 4)))
            .consent(Optional.of(consent(now))));
  }

  private static ConsentRecord consent(Instant now) {
    return new ConsentRecord(
        "example",
        "alex@example.com",
        ConsentDecision.GRANTED,
        "CONSENT",
        ConsentSource.CHECKOUT,
        ConsentRecord.Shown.NOTHING,
        1,
        now);
  }

  private static SeriesModel.Facts facts(SeriesModel model, OrderSnapshot order, Instant now) {
    return new SeriesModel.Facts(order, new OrderProgress(Collections.emptyList()))
        .moment(model.exampleMoment(order.locale))
        .reward(Optional.of(ExampleReward.at(now)))
        .unsubscribeUrl("https://shop.example/unsubscribe");
  }

  private static OrderSnapshot rich(Locale locale) {
    OrderSnapshot example = OrderModel.example(locale);
    List<OrderLine> lines = new ArrayList<>();
    for (OrderLine line : example.lines) {
      lines.add(
          new OrderLine(
                  line.lineId,
                  LocalText.in(NAMES.get(lines.size() % NAMES.size()), locale),
                  line.quantity,
                  line.total,
                  "https://shop.example/picture.png",
                  "/example")
              .with(new OrderLine.Care(true, LocalText.in(CARE, locale), "/example/care")));
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
