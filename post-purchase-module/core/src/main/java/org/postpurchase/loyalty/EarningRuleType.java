package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Phrase;

/**
 * A kind of earning rule: which settings a merchant fills in, how many points come of them, and
 * what shoppers read about it. A shop adds one by declaring a Spring bean of a class that
 * implements {@link OfOrder}, {@link Multiplier} or {@link OfEvent}; the admin's form, its checks,
 * the simulation, the preview in the cart, the ledger and the page of the programme follow.
 *
 * <p>The dates, the tiers, the limits, the budget and the priority of a rule are the engine's: a
 * type knows nothing of them. A type has no state and is used by several threads at once.
 *
 * <p>Texts may have other languages behind them, as {@link LocalText} reads them: {@code Items
 * bought | de: Gekaufte Artikel}. A message of the shop's bundles goes before each; the keys are in
 * {@code docs/extending-earning-rules.md}.
 */
public interface EarningRuleType {
  /**
   * Stored with each rule and each award and never changed afterwards: 2 to 20 capital letters,
   * digits and underscores.
   */
  String key();

  /** What merchants choose it by. */
  String label();

  /** Settings in the order in which the form shows them. */
  List<SettingField<?>> fields();

  /** Whether the rule looks at goods: the form then offers products, categories and a limit. */
  default boolean looksAtGoods() {
    return !(this instanceof OfEvent);
  }

  /**
   * What is wrong with settings of which each field by itself is fine, by field name, in words that
   * name the value and say what to do.
   */
  default Map<String, String> problems(RuleSettings settings) {
    return Collections.emptyMap();
  }

  /**
   * What such a rule gives, in a few words for shoppers, such as {@code 5 points for each item};
   * empty when it gives nothing in that currency. The rule's own name stands beside it.
   */
  Optional<Phrase> way(EarningRule rule, Currency currency, Locale locale);

  /** What shoppers read beside points that such a rule gave. */
  default String cause() {
    return label();
  }

  /** Gives points for what is bought. */
  interface OfOrder extends EarningRuleType {
    /**
     * What the rule gives for an order: in exact decimals; the engine limits, rounds once for the
     * order and shares out. Called again when lines were added and for imagined orders; looks at
     * nothing but its arguments.
     */
    OrderGain of(EarningRule rule, OrderSale sale);
  }

  /** Adds to what rules give whose gain can be multiplied. */
  interface Multiplier extends EarningRuleType {
    /**
     * By how much points for that line are multiplied: 200 doubles, 100 and less add nothing. Asked
     * only for lines that the rule is for.
     */
    int percent(EarningRule rule, OrderLine line);
  }

  /** Gives points for something that happens outside of orders. */
  interface OfEvent extends EarningRuleType {
    /** Code of the event that the rule waits for, such as {@code BIRTHDAY}. */
    String eventCode(EarningRule rule);

    /**
     * Points for one occurrence of it; nothing when zero or less. Asked once for each occurrence.
     */
    long points(EarningRule rule, Occurrence occurrence);
  }

  /** One happening that was reported: the same code, customer and key are the same happening. */
  final class Occurrence {
    public final long customerId;
    public final String eventCode;

    /** For example the year of the birthday or the id of the review. */
    public final String key;

    public Occurrence(long customerId, String eventCode, String key) {
      this.customerId = customerId;
      this.eventCode = eventCode;
      this.key = key;
    }
  }
}
