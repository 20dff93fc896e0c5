package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.shared.Phrase;

/** Points for the first order that a person keeps. */
final class ForFirstOrder implements EarningRuleType.OfOrder {
  static final SettingField<Long> POINTS = points();

  static SettingField<Long> points() {
    return SettingField.wholeNumber(
        "points", "Number of points | de: Anzahl Punkte", 1, 100_000_000);
  }

  @Override
  public String key() {
    return EarningAward.FIRST_ORDER;
  }

  @Override
  public String label() {
    return "First order | de: Erste Bestellung";
  }

  @Override
  public String cause() {
    return "Your first order | de: Ihre erste Bestellung";
  }

  @Override
  public List<SettingField<?>> fields() {
    return Collections.singletonList(POINTS);
  }

  @Override
  public boolean looksAtGoods() {
    return false;
  }

  @Override
  public OrderGain of(EarningRule rule, OrderSale sale) {
    return OrderGain.ofFirstOrder(rule.get(POINTS));
  }

  @Override
  public Optional<Phrase> way(EarningRule rule, Currency currency, Locale locale) {
    return Optional.of(Phrase.of("{0}", rule.get(POINTS)));
  }
}
