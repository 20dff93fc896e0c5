package org.postpurchase.site.consent;

import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.site.Carts;
import org.postpurchase.site.ShopTexts;

/**
 * Decides whether the question is asked and in which words. Asked only while a series that sends
 * advertising is switched on: before, there would be nothing to agree to.
 */
public final class ShowConsent {
  private static final String TEXT = "PostPurchase_Consent_Text";

  private final SeriesCatalog catalog;
  private final ConsentStore store;
  private final Transactions transactions;
  private final ShopTexts texts;
  private final Shop shop;

  public ShowConsent(
      SeriesCatalog catalog,
      ConsentStore store,
      Transactions transactions,
      ShopTexts texts,
      Shop shop) {
    this.catalog = catalog;
    this.store = store;
    this.transactions = transactions;
    this.texts = texts;
    this.shop = shop;
  }

  /** Empty when there is nothing to ask. */
  public Optional<ConsentView> about(Object cart, Locale locale) {
    Order order = Carts.open(cart).orElse(null);
    if (order == null) {
      return Optional.empty();
    }
    return transactions.call(() -> isAsked() ? Optional.of(view(order, locale)) : Optional.empty());
  }

  /** The words beside the box in that language. */
  public String text(Locale locale) {
    return texts.get(TEXT, locale, shop.name);
  }

  private boolean isAsked() {
    return catalog.running().stream()
        .anyMatch(s -> s.status == SeriesStatus.ACTIVE && s.draft.sendsMarketing());
  }

  private ConsentView view(Order order, Locale locale) {
    boolean ticked = store.answerOf(order.getId()).map(answer -> answer.granted).orElse(false);
    return new ConsentView(text(locale), locale.toLanguageTag(), texts.language(locale), ticked);
  }
}
