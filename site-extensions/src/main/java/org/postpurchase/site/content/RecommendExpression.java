package org.postpurchase.site.content;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.postpurchase.broadleaf.config.ContentParts;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.recommend.Recommend;
import org.postpurchase.recommend.Recommendation;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.site.PagePart;
import org.postpurchase.site.Visitor;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseRecommendations} in the store's page templates: what else may be liked on a
 * product's page. Never throws and changes nothing.
 */
final class RecommendExpression implements BroadleafVariableExpression {
  private static final int MOST = 4;

  private final Infrastructure base;
  private final ContentParts parts;
  private final ContentTexts texts;

  public RecommendExpression(Infrastructure base, ContentParts parts, ContentTexts texts) {
    this.base = base;
    this.parts = parts;
    this.texts = texts;
  }

  @Override
  public String getName() {
    return "postpurchaseRecommendations";
  }

  /**
   * What goes with the product, without what a signed-in visitor has ordered before; null for
   * nothing.
   *
   * @param product the host's product
   */
  public RecommendedView of(Object product) {
    Locale locale = LocaleContextHolder.getLocale();
    return PagePart.shown(
        "recommendations",
        () ->
            product instanceof Product && ((Product) product).getId() != null
                ? view((Product) product, locale)
                : Optional.<RecommendedView>empty());
  }

  private Optional<RecommendedView> view(Product product, Locale locale) {
    String mailbox =
        Visitor.signedIn().map(c -> c.getEmailAddress()).map(EmailAddress::keyOf).orElse("");
    List<Recommendation> all =
        base.transactions.call(
            () -> {
              Recommend.Buyer buyer =
                  parts.buyerOf(product.getId(), product.getName()).known(mailbox);
              return parts.recommend.to(Collections.singletonList(buyer), MOST).get(0);
            });
    return all.isEmpty()
        ? Optional.<RecommendedView>empty()
        : Optional.of(new RecommendedView(all, texts, locale));
  }
}
