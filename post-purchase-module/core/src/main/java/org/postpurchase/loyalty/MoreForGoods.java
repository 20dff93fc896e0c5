package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Phrase;

/** More points for some products, or for everything for a while. */
final class MoreForGoods implements EarningRuleType.Multiplier {
  static final SettingField<Long> PERCENT =
      SettingField.wholeNumber(
              "percent",
              "Percent of the usual points | de: Prozent der üblichen Punkte",
              101,
              10_000)
          .help("200 doubles. 101 to 10000. | de: 200 verdoppelt. 101 bis 10000.");

  @Override
  public String key() {
    return "MULTIPLY";
  }

  @Override
  public String label() {
    return "More points for a while or for some goods"
        + " | de: Mehr Punkte für eine Zeit oder manche Waren";
  }

  @Override
  public List<SettingField<?>> fields() {
    return Collections.singletonList(PERCENT);
  }

  @Override
  public int percent(EarningRule rule, OrderLine line) {
    return Math.toIntExact(rule.get(PERCENT));
  }

  @Override
  public Optional<Phrase> way(EarningRule rule, Currency currency, Locale locale) {
    String factor =
        NumberFormat.getNumberInstance(locale).format(BigDecimal.valueOf(rule.get(PERCENT), 2));
    return Optional.of(Phrase.of("{0} times | de: {0}-fach", factor));
  }
}
