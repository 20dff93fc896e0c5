package org.postpurchase.site;

import java.util.Currency;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.web.BroadleafRequestContext;

/** The currency that the shopper sees. */
public final class ShopCurrency {
  private ShopCurrency() {}

  public static Currency ofRequest() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    return context != null && context.getBroadleafCurrency() != null
        ? Currency.getInstance(context.getBroadleafCurrency().getCurrencyCode())
        : Money.defaultCurrency();
  }
}
