package org.postpurchase.loyalty;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
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
   * How many of the rules, from the first on, have names that have room together; the others have
   * no part in the award, so that no rule gives anything that its limits do not count.
   */
  static int fitting(Collection<String> keys) {
    int fitting = 0;
    int length = 0;
    for (String key : keys) {
      length += key.length() + (fitting == 0 ? 0 : AND.length());
      if (length > LENGTH_MAX) {
        break;
      }
      fitting++;
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
