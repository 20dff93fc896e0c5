package org.postpurchase.loyalty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names all rules that had a part in an award, each once, as far as the ledger has room. */
final class RuleKeys {
  /** Of PP_POINTS_LOT.RULE_KEY. */
  private static final int LENGTH_MAX = 60;

  private static final String AND = "+";

  private RuleKeys() {}

  static String join(Collection<String> keys) {
    StringBuilder joined = new StringBuilder();
    for (String key : new LinkedHashSet<>(keys)) {
      String more = joined.length() == 0 ? key : AND + key;
      if (joined.length() + more.length() <= LENGTH_MAX) {
        joined.append(more);
      }
    }
    return joined.toString();
  }

  /**
   * The first of the rules whose names have room together; the others have no part in the award, so
   * that no rule gives anything that its limits do not count.
   */
  static List<EarningRule> fitting(List<EarningRule> rules) {
    List<EarningRule> fitting = new ArrayList<>();
    int length = 0;
    for (EarningRule rule : rules) {
      length += rule.key.length() + (fitting.isEmpty() ? 0 : AND.length());
      if (length > LENGTH_MAX) {
        break;
      }
      fitting.add(rule);
    }
    return fitting;
  }

  static String join(String one, String other) {
    Set<String> keys = new LinkedHashSet<>(split(one));
    keys.addAll(split(other));
    return join(keys);
  }

  static Set<String> split(String joined) {
    return joined.isEmpty()
        ? Collections.emptySet()
        : new LinkedHashSet<>(Arrays.asList(joined.split("\\+")));
  }
}
