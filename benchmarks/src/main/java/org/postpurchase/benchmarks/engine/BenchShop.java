package org.postpurchase.benchmarks.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.ShopTemplates;

/**
 * A host in memory, so that only the plugin's own work is measured: every order number exists, with
 * two lines and a buyer of its own, and each order enters a series of two steps.
 */
final class BenchShop implements OrderReader, OrderHistory {
  static final String THANKS = "thank-you";
  static final String TIPS = "tips";
  static final SeriesDefinition SERIES =
      SeriesWorld.series(
          OrderTriggers.ANY_ORDER,
          ReEntry.EACH_ORDER,
          1,
          FirstPurchase.thankYou(),
          FirstPurchase.marketing(TIPS, 2, Anchor.SUBMITTED, 2).build());

  static String email(long order) {
    return "p" + order + "@example.com";
  }

  @Override
  public Optional<OrderSnapshot> find(long id) {
    return Optional.of(
        OrderFixture.order(id)
            .customer(id)
            .email(email(id))
            .line(id + 1, 1, "Harbour Espresso, 1 kg")
            .line(id + 2, 2, "Paper filters, 100 pieces")
            .build());
  }

  @Override
  public Optional<Long> idOfNumber(String number) {
    return Optional.empty();
  }

  @Override
  public boolean hasEarlier(OrderSnapshot order) {
    return false;
  }

  @Override
  public List<Instant> earlier(OrderSnapshot order) {
    return Collections.emptyList();
  }

  @Override
  public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
    return false;
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return false;
  }

  /** Mails of about 6 kB with a table of the order's lines, as shops send them. */
  static ShopTemplates templates() {
    return new ShopTemplates().with(template(THANKS)).with(template(TIPS));
  }

  private static MessageTemplate template(String key) {
    return new MessageTemplate(
        key,
        "en",
        1,
        true,
        null,
        new MessageTemplate.Texts(
            "Order ${order.number}", "Thank you", "Hello", "Thank you for ${order.number}.", "Bye"),
        html(),
        "${texts.intro}\n#foreach($line in ${order.lines})${line.quantity} x ${line.name}\n#end"
            + "${links.unsubscribe}");
  }

  private static String html() {
    StringBuilder html = new StringBuilder("<table role=\"presentation\" style=\"width:100%\">");
    Random words = new Random(7);
    for (int paragraph = 0; paragraph < 12; paragraph++) {
      html.append("<tr><td style=\"padding:8px 24px;font-family:Arial,sans-serif\"><p>");
      for (int word = 0; word < 60; word++) {
        html.append((char) ('a' + words.nextInt(26))).append("abbaeo".substring(words.nextInt(5)));
        html.append(' ');
      }
      html.append("</p></td></tr>");
    }
    return html
        + "#foreach($line in ${order.lines})<tr><td>${line.quantity} &times;"
        + " ${line.name}</td></tr>#end</table><p>${texts.introHtml} <a"
        + " href=\"${links.unsubscribe}\">stop</a></p>";
  }

  /** The one series of this shop, switched on long ago. */
  static final class OneSeries implements SeriesCatalog {
    private final Series series = new Series(1, SeriesStatus.ACTIVE, Instant.EPOCH, 1, SERIES);

    @Override
    public List<Series> running() {
      return List.of(series);
    }

    @Override
    public Optional<Series> find(long seriesId) {
      return seriesId == 1 ? Optional.of(series) : Optional.empty();
    }
  }
}
