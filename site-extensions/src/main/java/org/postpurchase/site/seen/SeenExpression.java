package org.postpurchase.site.seen;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.postpurchase.interest.Interests;
import org.postpurchase.site.PagePart;

/**
 * {@code #postpurchaseSeen} in the store's page templates. Never throws and changes nothing, as
 * {@code #postpurchase}.
 */
public final class SeenExpression implements BroadleafVariableExpression {
  private final Interests interests;

  public SeenExpression(Interests interests) {
    this.interests = interests;
  }

  @Override
  public String getName() {
    return "postpurchaseSeen";
  }

  /**
   * Where the page of the product reports that it is looked at; null when nothing uses that, or the
   * visitor is nobody who has agreed to it.
   *
   * @param product the host's product
   */
  public String of(Object product) {
    return PagePart.shown(
        "what is looked at",
        () ->
            product instanceof Product && ((Product) product).getId() != null
                ? path(((Product) product).getId())
                : Optional.<String>empty());
  }

  private Optional<String> path(long productId) {
    return interests.isWanted()
        ? Known.visitor(request(), interests)
            .filter(known -> interests.isAgreed(known.mailbox))
            .map(known -> Interests.PATH + interests.token(productId))
        : Optional.empty();
  }

  private static HttpServletRequest request() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    return context == null ? null : context.getRequest();
  }
}
