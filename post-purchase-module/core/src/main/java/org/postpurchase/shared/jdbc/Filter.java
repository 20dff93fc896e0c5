package org.postpurchase.shared.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.Who;

/** The where-clause of a list screen: only what was asked for, always with arguments. */
public final class Filter {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> arguments = new ArrayList<>();

  /** Conditions of which one names rows of the people; null for everybody. */
  private List<String> whose;

  /** Adds {@code column = value} unless the value is null or empty; the column is our own text. */
  public Filter and(String column, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      conditions.add(column + " = ?");
      arguments.add(value.toString());
    }
    return this;
  }

  /** Rows with the people's CONTACT or with one of their orders. */
  public Filter of(Who who) {
    return anyOf(who, "CONTACT", who.contacts, "ORDER_ID", who.orderIds);
  }

  /** Rows of the messages to the people, or about one of their orders. */
  public Filter messagesTo(Who who) {
    return anyOf(who, "MESSAGE_ID", who.messageIds, "ORDER_ID", who.orderIds);
  }

  /** Rows of the people. */
  public Filter only(Who who) {
    return anyOf(who, "CONTACT", who.contacts, "CONTACT", Collections.emptyList());
  }

  private Filter anyOf(
      Who who, String one, Collection<?> ones, String other, Collection<?> others) {
    if (who.isEverybody()) {
      return this;
    }
    List<String> found = new ArrayList<>();
    in(one, ones, found);
    in(other, others, found);
    whose = found;
    conditions.add(found.isEmpty() ? "1 = 0" : "(" + String.join(" or ", found) + ")");
    return this;
  }

  private void in(String column, Collection<?> values, List<String> found) {
    if (!values.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
      found.add(column + " in (" + marks + ")");
      arguments.addAll(values);
    }
  }

  /**
   * Joins the rows of the people to their table, each found by an index of its own, however many
   * rows others have; nothing for everybody.
   *
   * @param args gets the arguments of what is returned
   */
  String whose(String table, String id, List<Object> args) {
    if (whose == null) {
      return "";
    }
    if (whose.isEmpty()) {
      return " join (select 1 as WHOSE_ID from PP_INSTALLATION where 1 = 0) WHOSE on 1 = 0";
    }
    args.addAll(arguments);
    List<String> found = new ArrayList<>();
    whose.forEach(in -> found.add("select " + id + " as WHOSE_ID from " + table + " where " + in));
    return " join (" + String.join(" union ", found) + ") WHOSE on WHOSE.WHOSE_ID = " + id;
  }

  public String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  public Object[] arguments(Object... more) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }
}
