package com.example.shop;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.OrderGain;
import org.postpurchase.loyalty.OrderSale;
import org.postpurchase.loyalty.SettingField;
import org.postpurchase.shared.Phrase;

/** Points for each item of the goods that the rule is for, once there are enough of them. */
public final class PointsForItems implements EarningRuleType.OfOrder {
  private static final SettingField<Long> POINTS =
      SettingField.wholeNumber("points", "Points for each item | de: Punkte je Artikel", 1, 10_000)
          .help("However cheap it is. | de: So billig er auch ist.");
  private static final SettingField<Long> LEAST =
      SettingField.wholeNumber("least", "Least items | de: Mindestzahl der Artikel", 1, 1_000)
          .help("Fewer in one order earn nothing. | de: Für weniger gibt es keine Punkte.")
          .initially("1");

  @Override
  public String key() {
    return "ITEMS";
  }

  @Override
  public String label() {
    return "Items bought | de: Gekaufte Artikel";
  }

  @Override
  public List<SettingField<?>> fields() {
    return Arrays.<SettingField<?>>asList(POINTS, LEAST);
  }

  @Override
  public OrderGain of(EarningRule rule, OrderSale sale) {
    long items =
        sale.lines().stream().filter(rule.scope::covers).mapToLong(line -> line.quantity).sum();
    return items < rule.get(LEAST)
        ? OrderGain.nothing()
        : OrderGain.byLine(
            rule, sale, line -> BigDecimal.valueOf(line.quantity * rule.get(POINTS)));
  }

  @Override
  public Optional<Phrase> way(EarningRule rule, Currency currency, Locale locale) {
    return Optional.of(Phrase.of("{0} per item | de: {0} je Artikel", rule.get(POINTS)));
  }
}
