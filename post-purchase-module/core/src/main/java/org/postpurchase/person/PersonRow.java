package org.postpurchase.person;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A person's row as text, column by column, so that two ways to it can be compared. */
public final class PersonRow {
  private PersonRow() {}

  public static Map<String, String> of(Person person) {
    Habits habits = person.habits;
    Map<String, String> row = new LinkedHashMap<>();
    row.put("ORDERS", text(habits.orders));
    row.put("FIRST_ORDER_AT", moment(habits.firstAt));
    row.put("LAST_ORDER_AT", moment(habits.lastAt));
    row.put("GAP_DAYS", text(habits.gapDays));
    row.put("NEXT_ORDER_AT", moment(habits.nextAt));
    row.put("UNITS", text(habits.units));
    row.put("RETURNED_UNITS", text(habits.returnedUnits));
    row.put("RETURNED_ORDERS", text(habits.returnedOrders));
    row.put("SALE_PERCENT", text(habits.salePercent));
    row.put("POINTS", text(person.standing.points));
    row.put("TIER_KEY", person.standing.tier);
    row.put("REVIEWS", text(person.standing.reviews));
    row.put("LAST_STARS", text(person.standing.lastStars));
    row.put("FRIENDS", text(person.standing.friends));
    row.put("LAST_SCORE", text(person.standing.lastScore));
    row.put("CONSENT", person.standing.consent);
    row.put("LAST_SEEN_AT", moment(person.standing.lastSeenAt));
    habits.spend.forEach((currency, spend) -> row.put("SPEND " + currency, spend.toString()));
    return row;
  }

  /** A column's value; empty for null. */
  public static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** A column's moment; empty for null. */
  public static String moment(Instant at) {
    return at == null ? "" : Instant.ofEpochMilli(at.toEpochMilli()).toString();
  }
}
