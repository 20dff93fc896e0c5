package org.postpurchase.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * JSON made of objects, arrays and texts, as settings are stored in; numbers, yes and no are read
 * as texts. What is written contains ASCII only and is safe inside of HTML.
 */
public final class PlainJson {
  private static final int DEPTH_MAX = 30;

  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /** Text that is no such JSON. */
  public static final class UnreadableException extends PostPurchaseException {
    UnreadableException(int at) {
      super("This is no JSON of objects, arrays and texts (character " + (at + 1) + ").");
    }
  }

  /**
   * @return a {@code Map}, {@code List} or {@code String}
   * @throws UnreadableException saying where it stops being readable
   */
  public static Object read(String text) {
    PlainJson json = new PlainJson(text);
    Object value = json.value(0);
    json.space();
    if (json.at < text.length()) {
      throw json.unreadable();
    }
    return value;
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

  private Object value(int depth) {
    space();
    char c = at < text.length() ? text.charAt(at) : 0;
    if (depth > DEPTH_MAX) {
      throw unreadable();
    }
    if (c == '{') {
      return object(depth);
    }
    if (c == '[') {
      return array(depth);
    }
    return c == '"' ? string() : bare();
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    space();
    if (is('}')) {
      return object;
    }
    do {
      space();
      String name = string();
      space();
      need(':');
      object.put(name, value(depth + 1));
      space();
    } while (is(','));
    need('}');
    return object;
  }

  private List<Object> array(int depth) {
    List<Object> array = new ArrayList<>();
    at++;
    space();
    if (is(']')) {
      return array;
    }
    do {
      array.add(value(depth + 1));
      space();
    } while (is(','));
    need(']');
    return array;
  }

  private String bare() {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    if (!word.matches("true|false|null|-?\\d{1,18}(\\.\\d{1,18})?")) {
      at = from;
      throw unreadable();
    }
    return word.equals("null") ? "" : word;
  }

  private String string() {
    need('"');
    StringBuilder string = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    need('"');
    return string.toString();
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (c == 'u' && at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]+")) {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    throw unreadable();
  }

  private boolean is(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void need(char c) {
    if (!is(c)) {
      throw unreadable();
    }
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private UnreadableException unreadable() {
    return new UnreadableException(at);
  }
}
