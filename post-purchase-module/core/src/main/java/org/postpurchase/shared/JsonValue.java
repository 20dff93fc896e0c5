package org.postpurchase.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One value of a JSON text that somebody else wrote: whatever is missing or of another kind is
 * empty, so that a field more or less never fails. Immutable.
 */
public final class JsonValue {
  private static final JsonValue NOTHING = new JsonValue(null);

  private final Object value;

  private JsonValue(Object value) {
    this.value = value;
  }

  /**
   * @param value as {@link JsonReader#read} returns it
   */
  public static JsonValue of(Object value) {
    return value == null ? NOTHING : new JsonValue(value);
  }

  /** The field of an object. */
  public JsonValue get(String name) {
    return value instanceof Map ? of(((Map<?, ?>) value).get(name)) : NOTHING;
  }

  /** The elements of an array; an object or a simple value is its own only element. */
  public List<JsonValue> all() {
    if (value == null) {
      return Collections.emptyList();
    }
    if (!(value instanceof List)) {
      return Collections.singletonList(this);
    }
    List<JsonValue> all = new ArrayList<>();
    ((List<?>) value).forEach(each -> all.add(of(each)));
    return all;
  }

  /** A text, number or boolean as text; empty for anything else. */
  public String text() {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? value.toString()
        : "";
  }

  /** A whole number, also one written as a text; 0 for anything else. */
  public long number() {
    if (value instanceof Number) {
      return ((Number) value).longValue();
    }
    try {
      return Long.parseLong(text().trim());
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  public boolean isPresent() {
    return value != null;
  }
}
