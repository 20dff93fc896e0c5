package org.postpurchase.admin.ui;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

/** Texts, numbers, lists and maps as JSON that is safe inside of HTML too. */
public final class JsonText {
  private JsonText() {}

  public static String of(Object value) {
    if (value instanceof Map) {
      StringJoiner object = new StringJoiner(",", "{", "}");
      ((Map<?, ?>) value).forEach((key, v) -> object.add(quoted(key.toString()) + ":" + of(v)));
      return object.toString();
    }
    if (value instanceof Collection) {
      StringJoiner array = new StringJoiner(",", "[", "]");
      ((Collection<?>) value).forEach(each -> array.add(of(each)));
      return array.toString();
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : quoted(String.valueOf(value));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || "\"\\<>&'".indexOf(c) >= 0 || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
