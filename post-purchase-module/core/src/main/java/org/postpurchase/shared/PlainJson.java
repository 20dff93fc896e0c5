package org.postpurchase.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * JSON made of objects, arrays and texts, as editors and stored settings exchange it. What is
 * written contains ASCII only and is safe inside of HTML.
 */
public final class PlainJson {
  private PlainJson() {}

  /**
   * What a {@link JsonReader} has read, with texts in the place of all simple values; null is an
   * empty one.
   *
   * @return a {@code Map}, {@code List} or {@code String}
   */
  public static Object texts(Object value) {
    if (value instanceof Map) {
      Map<String, Object> object = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((name, each) -> object.put((String) name, texts(each)));
      return object;
    }
    if (value instanceof List) {
      List<Object> array = new ArrayList<>();
      ((List<?>) value).forEach(each -> array.add(texts(each)));
      return array;
    }
    return value instanceof Double || value instanceof Float
        ? new BigDecimal(value.toString()).toPlainString()
        : Objects.toString(value, "");
  }

  /** The text of an entry that is one; empty where there is none. */
  public static String text(Map<?, ?> object, String name) {
    Object value = object.get(name);
    return value instanceof String ? (String) value : "";
  }

  /** The objects of an entry that is an array; whatever else it holds is left out. */
  public static List<Map<?, ?>> objects(Map<?, ?> object, String name) {
    List<Map<?, ?>> objects = new ArrayList<>();
    if (object.get(name) instanceof List) {
      for (Object each : (List<?>) object.get(name)) {
        if (each instanceof Map) {
          objects.add((Map<?, ?>) each);
        }
      }
    }
    return objects;
  }

  /** A number as {@link #write} writes it, without the quotes that texts get. */
  public static Object number(long value) {
    return new Bare(String.valueOf(value));
  }

  /** {@code true} or {@code false}, without quotes. */
  public static Object yesOrNo(boolean value) {
    return new Bare(String.valueOf(value));
  }

  private static final class Bare {
    final String text;

    Bare(String text) {
      this.text = text;
    }
  }

  public static String write(Object value) {
    if (value instanceof Bare) {
      return ((Bare) value).text;
    }
    if (value instanceof Map) {
      StringJoiner object = new StringJoiner(",", "{", "}");
      ((Map<?, ?>) value).forEach((k, v) -> object.add(quoted(k.toString()) + ":" + write(v)));
      return object.toString();
    }
    if (value instanceof Collection) {
      StringJoiner array = new StringJoiner(",", "[", "]");
      ((Collection<?>) value).forEach(each -> array.add(write(each)));
      return array.toString();
    }
    return quoted(String.valueOf(value));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || c > '~' || "\"\\<>&'".indexOf(c) >= 0) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
