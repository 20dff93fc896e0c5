package org.postpurchase.loyalty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.postpurchase.shared.PostPurchaseException;

/**
 * What a merchant has typed into the fields of one earning rule, by the names of the fields.
 * Immutable; safe for several threads.
 *
 * <p>Stored as one line for each field, sorted by name: {@code points=5}. A backslash and a line
 * end within a value are written as {@code \\} and {@code \n}.
 */
public final class RuleSettings {
  public static final RuleSettings NONE = new RuleSettings(Collections.emptyMap());

  private final Map<String, String> texts;
  private final Map<String, Object> read = new ConcurrentHashMap<>();

  private RuleSettings(Map<String, String> texts) {
    this.texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** By field name; what is empty is left out. */
  public static RuleSettings of(Map<String, String> texts) {
    Map<String, String> filled = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> {
          if (text != null && !text.trim().isEmpty()) {
            filled.put(name, text.trim());
          }
        });
    return new RuleSettings(filled);
  }

  /** Of one field. */
  public static RuleSettings of(String name, String text) {
    return of(Collections.singletonMap(name, text));
  }

  /** The same with one more field. */
  public RuleSettings and(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(texts);
    more.put(name, text);
    return of(more);
  }

  /**
   * Reads what {@link #toString} wrote; null and empty give {@link #NONE}.
   *
   * @throws PostPurchaseException naming the line that is none
   */
  public static RuleSettings parse(String stored) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String line : stored == null ? new String[0] : stored.split("\n")) {
      if (!line.trim().isEmpty()) {
        int end = line.indexOf('=');
        if (end < 1) {
          throw new PostPurchaseException(
              "The settings of an earning rule cannot be read: '"
                  + line
                  + "' is not of the form name=value.");
        }
        texts.put(line.substring(0, end).trim(), unescaped(line.substring(end + 1)));
      }
    }
    return of(texts);
  }

  /** As it was typed; empty where nothing was. */
  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  /** All that was typed, sorted by field name. */
  public Map<String, String> texts() {
    return texts;
  }

  /**
   * What was typed into that field; the field's zero, such as 0 or no rates, where nothing was.
   *
   * @throws PostPurchaseException naming the field and the text when it means nothing
   */
  @SuppressWarnings("unchecked") // put there by the same field
  public <T> T get(SettingField<T> field) {
    return (T) read.computeIfAbsent(field.name, name -> field.read(text(name)));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\n", "\\n");
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    texts.forEach(
        (name, text) ->
            lines
                .append(lines.length() == 0 ? "" : "\n")
                .append(name)
                .append('=')
                .append(escaped(text)));
    return lines.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleSettings && texts.equals(((RuleSettings) other).texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }
}
