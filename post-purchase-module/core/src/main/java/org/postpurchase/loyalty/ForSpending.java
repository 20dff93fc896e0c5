package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Phrase;

/** Points for each unit of money that merchandise costs; what multipliers multiply. */
final class ForSpending implements EarningRuleType.OfOrder {
  static final SettingField<Rates> RATES =
      SettingField.rates("rates", "Points for one unit of money | de: Punkte je Geldeinheit")
          .help(
              "Such as EUR=1, GBP=1.5. Where a currency is missing, nothing is earned."
                  + " | de: Etwa EUR=1, CHF=1.5. Wo eine Währung fehlt, gibt es keine Punkte.");

  @Override
  public String key() {
    return "SPEND";
  }

  @Override
  public String label() {
    return "Spending | de: Einkaufen";
  }

  @Override
  public String cause() {
    return "Purchase | de: Einkauf";
  }

  @Override
  public List<SettingField<?>> fields() {
    return Collections.singletonList(RATES);
  }

  @Override
  public OrderGain of(EarningRule rule, OrderSale sale) {
    BigDecimal rate = rule.get(RATES).of(sale.currency()).orElse(BigDecimal.ZERO);
    return OrderGain.byLine(rule, sale, line -> sale.paid(line).multiply(rate)).multiplied();
  }

  @Override
  public Optional<Phrase> way(EarningRule rule, Currency currency, Locale locale) {
    return rule.get(RATES)
        .of(currency)
        .map(
            rate ->
                Phrase.of(
                    "{0} per {1} | de: {0} je {1}",
                    NumberFormat.getNumberInstance(locale).format(rate),
                    Money.of(BigDecimal.ONE, currency, RoundingMode.UNNECESSARY).format(locale)));
  }
}
