package org.postpurchase.admin.preview;

import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.broadleaf.settings.EntityPromptReader;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.confirmation.PromptReader;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.ExampleReward;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Shop;

/**
 * Renders a saved template in its own language, with a real order or a made-up one, and always with
 * a made-up code and link. Reads only.
 */
final class PreviewTemplate {
  private final OrderLinks links;
  private final OrderReader orders;
  private final Wording wording;
  private final Shop shop;
  private final Clock clock;

  /** How a template becomes a mail. */
  public static final class Wording {
    final SeriesModel model;
    final PromptReader prompts;
    final Renderer renderer;
    final TemplateVersions versions;

    public Wording(
        SeriesModel model,
        SettingsQuery query,
        Shop shop,
        Renderer renderer,
        TemplateVersions versions) {
      this.model = model;
      this.prompts = new EntityPromptReader(query, () -> shop);
      this.renderer = renderer;
      this.versions = versions;
    }
  }

  public PreviewTemplate(
      OrderLinks links, OrderReader orders, Wording wording, Shop shop, Clock clock) {
    this.links = links;
    this.orders = orders;
    this.wording = wording;
    this.shop = shop;
    this.clock = clock;
  }

  /** The newest submitted order; empty while the shop has none. */
  public Optional<OrderSnapshot> newestOrder() {
    return links.newest().flatMap(orders::find);
  }

  public Optional<OrderSnapshot> order(String number) {
    return orders.idOfNumber(number).flatMap(orders::find);
  }

  /** The template in an earlier wording. */
  public Optional<SavedTemplate> version(SavedTemplate template, int number) {
    MessageTemplate now = template.definition;
    return wording.versions.find(now.key, now.localeCode, number).map(template::in);
  }

  /**
   * @throws org.postpurchase.messaging.TemplateRefusedException when the template cannot be
   *     rendered
   */
  public RenderedMessage render(SavedTemplate template, Optional<OrderSnapshot> order) {
    Locale locale = template.locale();
    OrderSnapshot shown =
        order.map(o -> inLocale(o, locale)).orElseGet(() -> OrderModel.example(locale));
    Map<String, Object> facts =
        wording.model.of(
            new SeriesModel.Facts(shown, new OrderProgress(Collections.emptyList()))
                .moment(wording.model.exampleMoment(locale))
                .promise(wording.prompts.find(locale).map(p -> p.promise))
                .reward(Optional.of(ExampleReward.at(clock.instant())))
                .unsubscribeUrl(shop.url));
    return wording.renderer.render(template.definition, facts);
  }

  private static OrderSnapshot inLocale(OrderSnapshot order, Locale locale) {
    return new OrderSnapshot(
        order.orderId,
        order.number,
        order.state,
        order.submittedAt,
        new OrderSnapshot.Buyer(order.customerId, order.email, order.firstName, locale),
        order.lines,
        order.totals);
  }
}
