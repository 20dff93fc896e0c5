package org.postpurchase.segment;

import static org.postpurchase.segment.Operator.AT_LEAST;
import static org.postpurchase.segment.Operator.AT_MOST;
import static org.postpurchase.segment.Operator.DAYS_AGO_AT_LEAST;
import static org.postpurchase.segment.Operator.DAYS_AGO_AT_MOST;
import static org.postpurchase.segment.Operator.EQUAL;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Segments to begin with. A merchant takes one, changes it and switches it on; their names stand in
 * the admin's texts. The classes of recency and frequency are set by fixed limits, because classes
 * that are shares of all customers would move everybody with every order of somebody else.
 */
public final class ShippedSegments {
  /** Key of the one that is about a category, which a merchant chooses. */
  public static final String INTERESTED = "interested-in-category";

  private ShippedSegments() {}

  /**
   * Conditions by key.
   *
   * @param currency in which amounts are meant
   */
  public static Map<String, Condition> all(String currency) {
    Map<String, Condition> all = new LinkedHashMap<>();
    all.put("big-spenders", Leaf.of(Field.SPENT, AT_LEAST, "500", currency));
    all.put(
        "clearance-only",
        and(number(Field.ORDERS, AT_LEAST, 1), number(Field.SALE_PERCENT, EQUAL, 100)));
    all.put(
        "one-and-done",
        and(number(Field.ORDERS, EQUAL, 1), number(Field.LAST_ORDER, DAYS_AGO_AT_LEAST, 90)));
    all.put(
        "lapsed-180-days",
        and(number(Field.ORDERS, AT_LEAST, 2), number(Field.LAST_ORDER, DAYS_AGO_AT_LEAST, 180)));
    all.put("lapsed-a-year", number(Field.LAST_ORDER, DAYS_AGO_AT_LEAST, 365));
    all.put(
        "vip",
        and(
            number(Field.ORDERS, AT_LEAST, 5),
            Leaf.of(Field.SPENT, AT_LEAST, "1000", currency),
            number(Field.LAST_ORDER, DAYS_AGO_AT_MOST, 365)));
    all.put("reviewers", number(Field.REVIEWS, AT_LEAST, 1));
    all.put("promoters", number(Field.LAST_SCORE, AT_LEAST, 9));
    all.put("detractors", number(Field.LAST_SCORE, AT_MOST, 6));
    all.put(
        "rfm-champions",
        and(number(Field.ORDERS, AT_LEAST, 5), number(Field.LAST_ORDER, DAYS_AGO_AT_MOST, 90)));
    all.put(
        "rfm-loyal",
        and(number(Field.ORDERS, AT_LEAST, 3), number(Field.LAST_ORDER, DAYS_AGO_AT_MOST, 180)));
    all.put(
        "rfm-new",
        and(number(Field.ORDERS, EQUAL, 1), number(Field.LAST_ORDER, DAYS_AGO_AT_MOST, 60)));
    all.put(
        "rfm-at-risk",
        and(
            number(Field.ORDERS, AT_LEAST, 3),
            number(Field.LAST_ORDER, DAYS_AGO_AT_LEAST, 180),
            number(Field.LAST_ORDER, DAYS_AGO_AT_MOST, 365)));
    all.put(
        "rfm-lost",
        and(number(Field.ORDERS, AT_MOST, 2), number(Field.LAST_ORDER, DAYS_AGO_AT_LEAST, 365)));
    return Collections.unmodifiableMap(all);
  }

  /**
   * Who bought something of the category and kept it, or looked at it lately and agreed to that.
   */
  public static Condition interestedIn(long categoryId) {
    String category = String.valueOf(categoryId);
    return Condition.any(
        Arrays.asList(
            Leaf.of(Field.CATEGORY, Operator.BOUGHT, category, ""),
            Leaf.of(Field.SEEN_CATEGORY, Operator.SEEN, category, "")));
  }

  private static Condition and(Condition... parts) {
    return Condition.all(Arrays.asList(parts));
  }

  private static Leaf number(Field field, Operator operator, int number) {
    return Leaf.of(field, operator, String.valueOf(number), "");
  }
}
