package org.postpurchase.admin.preview;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.broadleaf.settings.EntityPromptReader;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.confirmation.PromptReader;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Shop;

/** Renders a saved template in its own language, with the newest order or a made-up one. */
public final class PreviewTemplate {
  private final OrderLinks links;
  private final OrderReader orders;
  private final OrderModel model;
  private final PromptReader prompts;
  private final Renderer renderer;

  public PreviewTemplate(
      OrderLinks links,
      OrderReader orders,
      OrderModel model,
      SettingsQuery query,
      Shop shop,
      Renderer renderer) {
    this.links = links;
    this.orders = orders;
    this.model = model;
    this.prompts = new EntityPromptReader(query, () -> shop);
    this.renderer = renderer;
  }

  /** The newest submitted order; empty while the shop has none. */
  public Optional<OrderSnapshot> order() {
    return links.newest().flatMap(orders::find);
  }

  /**
   * @throws org.postpurchase.messaging.TemplateRefusedException when the template cannot be
   *     rendered
   */
  public RenderedMessage render(SavedTemplate template, Optional<OrderSnapshot> order) {
    Locale locale = template.locale();
    OrderSnapshot shown =
        order.map(o -> inLocale(o, locale)).orElseGet(() -> OrderModel.example(locale));
    Map<String, Object> facts = model.of(shown, prompts.find(locale).map(p -> p.promise));
    return renderer.render(template.definition, facts);
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
