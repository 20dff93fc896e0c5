package org.postpurchase.loyalty;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Phrase;

/** Kinds of rules of a shop's own, one of each sort. */
final class OwnRuleTypes {
  static final SettingField<BigDecimal> EACH =
      SettingField.decimal(
          "each", "Points for each item | de: Punkte je Artikel", BigDecimal.ZERO, BigDecimal.TEN);

  private OwnRuleTypes() {}

  private abstract static class Own implements EarningRuleType {
    private final String key;

    Own(String key) {
      this.key = key;
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public String label() {
      return "My " + key;
    }

    @Override
    public List<SettingField<?>> fields() {
      return Collections.singletonList(EACH);
    }

    @Override
    public Optional<Phrase> way(EarningRule rule, Currency currency, Locale locale) {
      return Optional.of(Phrase.of("{0} each", rule.get(EACH)));
    }
  }

  /** So many points for each item; multipliers add to it. */
  static final class Items extends Own implements EarningRuleType.OfOrder {
    Items() {
      super("ITEMS");
    }

    @Override
    public OrderGain of(EarningRule rule, OrderSale sale) {
      return OrderGain.byLine(
              rule, sale, line -> rule.get(EACH).multiply(BigDecimal.valueOf(line.quantity)))
          .multiplied();
    }
  }

  /** So many points for each order in which goods are paid with ten or more. */
  static final class LargeOrder extends Own implements EarningRuleType.OfOrder {
    LargeOrder() {
      super("LARGE");
    }

    @Override
    public OrderGain of(EarningRule rule, OrderSale sale) {
      return sale.paid().compareTo(BigDecimal.TEN) < 0
          ? OrderGain.nothing()
          : OrderGain.whole(rule.get(EACH).longValue());
    }
  }

  /** So many times the points for lines of several items. */
  static final class Packs extends Own implements EarningRuleType.Multiplier {
    Packs() {
      super("PACKS");
    }

    @Override
    public int percent(EarningRule rule, OrderLine line) {
      return line.quantity > 1 ? rule.get(EACH).intValue() * 100 : 100;
    }
  }

  /** So many points for each year of membership. */
  static final class Years extends Own implements EarningRuleType.OfEvent {
    Years() {
      super("YEARS");
    }

    @Override
    public String eventCode(EarningRule rule) {
      return "ANNIVERSARY";
    }

    @Override
    public long points(EarningRule rule, Occurrence occurrence) {
      return rule.get(EACH).longValue() * Long.parseLong(occurrence.key);
    }
  }
}
