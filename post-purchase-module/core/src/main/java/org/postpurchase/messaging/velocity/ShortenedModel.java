package org.postpurchase.messaging.velocity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.shared.ShownText;

/**
 * What a template may show, with long lists cut: of {@code lines} the first ones stay, and {@code
 * moreLines} says how many are not shown. Leaves the original as it is.
 */
final class ShortenedModel {
  private final int rowsMax;
  private final int charactersMax;

  private ShortenedModel(int rowsMax, int charactersMax) {
    this.rowsMax = rowsMax;
    this.charactersMax = charactersMax;
  }

  static Map<String, Object> of(Map<String, Object> model, int rowsMax, int charactersMax) {
    return new ShortenedModel(rowsMax, charactersMax).map(model);
  }

  private Map<String, Object> map(Map<?, ?> model) {
    Map<String, Object> shorter = new HashMap<>(2 * model.size());
    model.forEach((key, value) -> shorter.put((String) key, value(value)));
    model.forEach((key, value) -> tellRest(shorter, (String) key, value));
    return Collections.unmodifiableMap(shorter);
  }

  private Object value(Object value) {
    if (value instanceof Map) {
      return map((Map<?, ?>) value);
    }
    if (value instanceof List) {
      List<?> all = (List<?>) value;
      List<Object> rows = new ArrayList<>();
      all.subList(0, Math.min(rowsMax, all.size())).forEach(row -> rows.add(value(row)));
      return Collections.unmodifiableList(rows);
    }
    return value instanceof String ? text((String) value) : value;
  }

  private void tellRest(Map<String, Object> shorter, String key, Object value) {
    if (value instanceof List) {
      String more = "more" + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
      Object before = shorter.get(more);
      int known = before instanceof Integer ? (Integer) before : 0;
      shorter.put(more, known + Math.max(0, ((List<?>) value).size() - rowsMax));
    }
  }

  /** Addresses are of no use when they are cut. */
  private String text(String text) {
    boolean whole =
        text.length() <= charactersMax
            || text.codePointCount(0, text.length()) <= charactersMax
            || text.startsWith("http");
    if (whole) {
      return text;
    }
    boolean isolated = text.startsWith("\u2068") && text.endsWith("\u2069");
    return ShownText.cut(text, charactersMax) + (isolated ? "\u2069" : "");
  }
}
