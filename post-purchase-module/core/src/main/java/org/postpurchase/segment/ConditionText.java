package org.postpurchase.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Conditions as they are stored: JSON objects of four forms, {@code {"all":[…]}}, {@code
 * {"any":[…]}}, {@code {"not":{…}}} and {@code {"field":"SPENT","is":"AT_LEAST","value":"100",
 * "in":"EUR"}}. All values are texts. Other JSON is refused.
 */
public final class ConditionText {
  public static final int DEPTH_MAX = 8;
  public static final int LEAVES_MAX = 100;
  private static final int LENGTH_MAX = 40_000;

  /** Far below what a thread's stack can take. */
  private static final int NESTED_MAX = 200;

  private final String text;
  private int at;
  private int nested;

  private ConditionText(String text) {
    this.text = text;
  }

  /**
   * @throws SegmentRefusedException naming what is wrong, down to the field and its value
   */
  public static Condition read(String text) {
    if (text.length() > LENGTH_MAX) {
      throw new SegmentRefusedException(SegmentProblem.TOO_MANY, String.valueOf(LEAVES_MAX));
    }
    ConditionText reader = new ConditionText(text);
    Object value = reader.value();
    reader.space();
    if (reader.at < text.length()) {
      throw unreadable();
    }
    Condition condition = condition(value, 1);
    if (condition.leaves().size() > LEAVES_MAX) {
      throw new SegmentRefusedException(SegmentProblem.TOO_MANY, String.valueOf(LEAVES_MAX));
    }
    return condition;
  }

  private static SegmentRefusedException unreadable() {
    return new SegmentRefusedException(SegmentProblem.NOT_READABLE);
  }

  private static Condition condition(Object value, int depth) {
    if (depth > DEPTH_MAX) {
      throw new SegmentRefusedException(SegmentProblem.TOO_DEEP, String.valueOf(DEPTH_MAX));
    }
    if (!(value instanceof Map)) {
      throw unreadable();
    }
    Map<?, ?> object = (Map<?, ?>) value;
    if (object.containsKey("field")) {
      return leaf(object);
    }
    if (object.size() != 1) {
      throw unreadable();
    }
    if (object.containsKey("not")) {
      return Condition.not(condition(object.get("not"), depth + 1));
    }
    boolean all = object.containsKey("all");
    Object parts = object.get(all ? "all" : "any");
    if (!(parts instanceof List)) {
      throw unreadable();
    }
    List<Condition> conditions = new ArrayList<>();
    for (Object part : (List<?>) parts) {
      conditions.add(condition(part, depth + 1));
    }
    if (conditions.isEmpty()) {
      throw new SegmentRefusedException(SegmentProblem.EMPTY_GROUP);
    }
    return all ? Condition.all(conditions) : Condition.any(conditions);
  }

  private static Condition leaf(Map<?, ?> object) {
    String name = string(object, "field");
    Field field = Field.named(name);
    if (field == null) {
      throw new SegmentRefusedException(SegmentProblem.UNKNOWN_FIELD, name);
    }
    String is = string(object, "is");
    for (Operator operator : Operator.values()) {
      if (operator.name().equals(is)) {
        return Leaf.of(field, operator, string(object, "value"), string(object, "in"));
      }
    }
    throw new SegmentRefusedException(SegmentProblem.UNKNOWN_OPERATOR, field.name(), is);
  }

  private static String string(Map<?, ?> object, String key) {
    Object value = object.get(key);
    if (value != null && !(value instanceof String)) {
      throw unreadable();
    }
    return value == null ? "" : (String) value;
  }

  public static String write(Condition condition) {
    if (condition instanceof Leaf) {
      Leaf leaf = (Leaf) condition;
      StringJoiner parts = new StringJoiner(",", "{", "}");
      parts.add("\"field\":" + quoted(leaf.field.name()));
      parts.add("\"is\":" + quoted(leaf.operator.name()));
      if (leaf.operator.hasValue()) {
        parts.add("\"value\":" + quoted(leaf.value));
      }
      if (!leaf.currency.isEmpty()) {
        parts.add("\"in\":" + quoted(leaf.currency));
      }
      return parts.toString();
    }
    if (condition instanceof Condition.Negation) {
      return "{\"not\":" + write(((Condition.Negation) condition).part) + "}";
    }
    String name = ((Condition.Group) condition).all ? "all" : "any";
    StringJoiner parts = new StringJoiner(",", "{\"" + name + "\":[", "]}");
    condition.parts().forEach(part -> parts.add(write(part)));
    return parts.toString();
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private Object value() {
    space();
    if (at >= text.length() || ++nested > NESTED_MAX) {
      throw at >= text.length()
          ? unreadable()
          : new SegmentRefusedException(SegmentProblem.TOO_DEEP, String.valueOf(DEPTH_MAX));
    }
    Object value;
    switch (text.charAt(at)) {
      case '{':
        value = object();
        break;
      case '[':
        value = array();
        break;
      case '"':
        value = string();
        break;
      default:
        throw unreadable();
    }
    nested--;
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    if (next('}')) {
      return object;
    }
    do {
      space();
      String key = string();
      if (!next(':') || object.put(key, value()) != null) {
        throw unreadable();
      }
    } while (next(','));
    if (!next('}')) {
      throw unreadable();
    }
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    at++;
    if (next(']')) {
      return array;
    }
    do {
      array.add(value());
    } while (next(','));
    if (!next(']')) {
      throw unreadable();
    }
    return array;
  }

  private String string() {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw unreadable();
    }
    StringBuilder string = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return string.toString();
      }
      string.append(c == '\\' ? escaped() : c);
    }
    throw unreadable();
  }

  private char escaped() {
    at++;
    if (at >= text.length()) {
      throw unreadable();
    }
    char c = text.charAt(at);
    if (c == '"' || c == '\\' || c == '/') {
      return c;
    }
    if (c != 'u' || at + 4 >= text.length()) {
      throw unreadable();
    }
    String hex = text.substring(at + 1, at + 5);
    if (!hex.matches("[0-9a-fA-F]{4}")) {
      throw unreadable();
    }
    at += 4;
    return (char) Integer.parseInt(hex, 16);
  }

  private boolean next(char expected) {
    space();
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
