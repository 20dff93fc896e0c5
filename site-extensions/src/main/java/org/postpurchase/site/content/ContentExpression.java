package org.postpurchase.site.content;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.config.ContentParts;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.content.ChooseContent;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.ContentLibrary;
import org.postpurchase.content.FittingContent;
import org.postpurchase.content.MailContent;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.site.Carts;
import org.postpurchase.site.PagePart;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseContent} in the store's page templates: guides and questions that fit an
 * order. Never throws and changes nothing.
 */
final class ContentExpression implements BroadleafVariableExpression {
  private final Infrastructure base;
  private final OrderReader orders;
  private final OrderLineStore lines;
  private final ContentLibrary library;
  private final ContentTexts texts;
  private final Clock clock;

  public ContentExpression(
      Infrastructure base,
      ContentParts content,
      OrderReader orders,
      OrderLineStore lines,
      ContentTexts texts) {
    this.base = base;
    this.orders = orders;
    this.lines = lines;
    this.texts = texts;
    library = content.library;
    clock = base.clock;
  }

  @Override
  public String getName() {
    return "postpurchaseContent";
  }

  /**
   * What fits the order; null for nothing.
   *
   * @param order the host's order, as its controllers put it into pages that only its buyer sees
   */
  public ContentView of(Object order) {
    Locale locale = LocaleContextHolder.getLocale();
    return PagePart.shown(
        "guides and questions", () -> Carts.placed(order).flatMap(placed -> view(placed, locale)));
  }

  private Optional<ContentView> view(Order placed, Locale locale) {
    List<ContentEntry> entries = library.entries();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    return base.transactions
        .call(() -> orders.find(placed.getId()).map(order -> fitting(order, locale)))
        .filter(content -> !content.guides.isEmpty() || !content.questions.isEmpty())
        .map(content -> new ContentView(content, texts, locale));
  }

  private FittingContent fitting(OrderSnapshot order, Locale locale) {
    OrderProgress progress =
        OrderProgress.of(
            order,
            lines
                .readAll(Collections.singleton(order.orderId))
                .getOrDefault(order.orderId, Collections.emptyList()));
    List<OrderLine> kept =
        order.lines.stream()
            .filter(line -> line.care.available && progress.isKept(line.lineId))
            .collect(Collectors.toList());
    int days = MailContent.daysSince(progress, texts.shop.zone, clock.instant());
    return new ChooseContent(library.entries(), locale).of(kept, line -> days);
  }
}
