package org.postpurchase.loyalty;

import java.util.List;
import java.util.Optional;

/** The merchant's programme and rules. Reads what is saved at the moment of the call. */
public interface ProgrammeReader {
  /** Empty while the merchant has none or has switched it off. */
  Optional<Programme> active();

  /** The same whether it is switched on or not: points that were given are still honoured. */
  Optional<Programme> find();

  /** Rules that are switched on, in the merchant's order. */
  List<EarningRule> rules();

  /** The kinds of rules that there are in this shop. */
  default EarningRuleTypes types() {
    return EarningRuleTypes.shipped();
  }
}
