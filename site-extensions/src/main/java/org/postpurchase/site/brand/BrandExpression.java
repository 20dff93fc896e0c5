package org.postpurchase.site.brand;

import java.util.Optional;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.postpurchase.brand.BrandLook;
import org.postpurchase.site.PagePart;

/**
 * {@code #postpurchaseBrand} in the store's page templates: the shop's colours for our blocks.
 * Never throws and changes nothing.
 */
final class BrandExpression implements BroadleafVariableExpression {
  private final BrandLook look;

  public BrandExpression(BrandLook look) {
    this.look = look;
  }

  @Override
  public String getName() {
    return "postpurchaseBrand";
  }

  /** Custom properties for a style element, or null while the colours are the usual ones. */
  public String css() {
    return PagePart.shown(
        "the brand", () -> Optional.of(look.blockCss()).filter(css -> !css.isEmpty()));
  }
}
