package org.postpurchase.admin.referral;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.referral.Signal;

/**
 * One piece of the evidence of a signal, as the key of its words and the value in them. Signals
 * keep pieces such as {@code order:12}, separated by commas.
 */
public final class Evidence {
  private static final String WORDS = "PostPurchase_Referrals_Evidence_";
  private static final String ORDER = "order";
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(ORDER, "ORDER");
    KINDS.put("advocate", "ADVOCATE");
    KINDS.put("page", "PAGE");
    KINDS.put("referrals within a day", "DAY");
    KINDS.put("typed within a week", "WEEK");
    KINDS.put("reversed referrals", "REVERSED");
  }

  public final String words;
  public final String value;

  private Evidence(String words, String value) {
    this.words = words;
    this.value = value;
  }

  /**
   * @param numbers of orders, by their ids; an order without one is named by its id
   */
  static List<Evidence> of(Signal signal, Map<Long, String> numbers) {
    List<Evidence> all = new ArrayList<>();
    for (String piece : pieces(signal)) {
      int colon = piece.indexOf(':');
      String kind = KINDS.get(colon < 0 ? piece : piece.substring(0, colon));
      String value = colon < 0 ? "" : piece.substring(colon + 1);
      if (isOrder(piece)) {
        value = numbers.getOrDefault(Long.valueOf(value), "#" + value);
      }
      all.add(
          kind == null ? new Evidence(WORDS + "OTHER", piece) : new Evidence(WORDS + kind, value));
    }
    return all;
  }

  /** Ids of the orders that are named. */
  static List<Long> orders(Signal signal) {
    List<Long> ids = new ArrayList<>();
    for (String piece : pieces(signal)) {
      if (isOrder(piece)) {
        ids.add(Long.valueOf(piece.substring(ORDER.length() + 1)));
      }
    }
    return ids;
  }

  private static boolean isOrder(String piece) {
    return piece.matches(ORDER + ":\\d{1,18}");
  }

  /** The address of a page may have commas of its own. */
  private static List<String> pieces(Signal signal) {
    if (signal.evidence.startsWith("page:")) {
      return Collections.singletonList(signal.evidence);
    }
    List<String> pieces = new ArrayList<>();
    for (String piece : signal.evidence.split(", ")) {
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
    }
    return pieces;
  }
}
