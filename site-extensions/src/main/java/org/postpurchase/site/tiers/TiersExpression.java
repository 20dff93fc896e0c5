package org.postpurchase.site.tiers;

import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.postpurchase.site.PagePart;
import org.postpurchase.site.Visitor;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseTiers} in the store's page templates. Never throws and changes nothing, as
 * {@code #postpurchase}.
 */
final class TiersExpression implements BroadleafVariableExpression {
  private final ShowTiers tiers;

  public TiersExpression(ShowTiers tiers) {
    this.tiers = tiers;
  }

  @Override
  public String getName() {
    return "postpurchaseTiers";
  }

  /** The tiers without anything personal, or null when there are none. */
  public TiersView ladder() {
    return PagePart.shown("the tiers", () -> tiers.ladder(LocaleContextHolder.getLocale()));
  }

  /** The tiers and where the signed-in customer stands, or null. */
  public TiersView mine() {
    return PagePart.shown(
        "the customer's tier",
        () ->
            Visitor.registered()
                .flatMap(v -> tiers.of(v.getId(), LocaleContextHolder.getLocale())));
  }
}
