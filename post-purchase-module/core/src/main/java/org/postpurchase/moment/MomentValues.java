package org.postpurchase.moment;

import static java.util.Objects.requireNonNull;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postpurchase.shared.EscapedLine;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.ShownText;

/**
 * What a message may say about a {@link Moment}, by names that texts use as {@code ${moment.name}}.
 * Numbers and days are put into words when the message is composed, in its language. Immutable.
 */
public final class MomentValues {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,39}");
  private static final Pattern ADDRESS_OR_CODE = Pattern.compile("https?://\\S+|[A-Z][A-Z0-9_]*");
  private static final int LENGTH_MAX = 2000;
  private static final MomentValues NONE = new MomentValues(Collections.emptyMap());

  private final Map<String, Object> values;

  private MomentValues(Map<String, Object> values) {
    this.values = values;
  }

  public static MomentValues none() {
    return NONE;
  }

  public MomentValues text(String name, String value) {
    return with(name, value);
  }

  /** A whole number, such as points; shown with the separators of the reader's language. */
  public MomentValues number(String name, long value) {
    return with(name, value);
  }

  /** The whole number of that name; empty for none. */
  public OptionalLong numberOf(String name) {
    Object value = values.get(name);
    return value instanceof Long ? OptionalLong.of((Long) value) : OptionalLong.empty();
  }

  /** The text of that name, as it was given; empty for none. */
  public String textOf(String name) {
    Object value = values.get(name);
    return value instanceof String ? (String) value : "";
  }

  /** A moment of which the reader sees the day, in the shop's zone. */
  public MomentValues day(String name, Instant value) {
    return with(name, value);
  }

  /** A list, for texts that go through it; such a list is never kept, only shown. */
  public MomentValues rows(String name, List<MomentValues> rows) {
    return with(name, Collections.unmodifiableList(new ArrayList<>(rows)));
  }

  /** These, with the other's where both have one. */
  public MomentValues and(MomentValues other) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.putAll(other.values);
    return new MomentValues(all);
  }

  private MomentValues with(String name, Object value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' cannot be a name in a text");
    }
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put(name, requireNonNull(value, name));
    return new MomentValues(all);
  }

  /** As texts see them. */
  public Map<String, Object> words(Function<Instant, String> day, Language language) {
    Map<String, Object> words = new HashMap<>();
    values.forEach((name, value) -> words.put(name, word(value, day, language)));
    return words;
  }

  private static Object word(Object value, Function<Instant, String> day, Language language) {
    if (value instanceof Long) {
      return NumberFormat.getIntegerInstance(language.locale).format(value);
    }
    if (value instanceof Instant) {
      return day.apply((Instant) value);
    }
    if (!(value instanceof List)) {
      return text((String) value, language);
    }
    List<Object> rows = new ArrayList<>();
    ((List<?>) value).forEach(row -> rows.add(((MomentValues) row).words(day, language)));
    return rows;
  }

  /** Addresses and codes stay as they are; else it may be a name that runs the other way. */
  private static String text(String value, Language language) {
    String shown = ShownText.paragraphs(value, LENGTH_MAX);
    return ADDRESS_OR_CODE.matcher(shown).matches() ? shown : language.isolated(shown);
  }

  /**
   * The form in which they are kept.
   *
   * @throws IllegalArgumentException when they hold a list or are too long
   */
  public String kept() {
    StringJoiner lines = new StringJoiner("\n");
    values.forEach((name, value) -> lines.add(name + '=' + kept(name, value)));
    if (lines.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "The values of a moment have more than " + LENGTH_MAX + " characters.");
    }
    return lines.toString();
  }

  private static String kept(String name, Object value) {
    if (value instanceof Long) {
      return "n:" + value;
    }
    if (value instanceof Instant) {
      return "d:" + value;
    }
    if (value instanceof List) {
      throw new IllegalArgumentException("'" + name + "' is a list, which cannot be kept");
    }
    return "t:" + EscapedLine.write((String) value);
  }

  /** What {@link #kept} has made. */
  public static MomentValues of(String kept) {
    MomentValues all = NONE;
    for (String line : kept.split("\n", -1)) {
      int is = line.indexOf('=');
      if (is > 0 && line.length() >= is + 3) {
        all = all.with(line.substring(0, is), value(line.charAt(is + 1), line.substring(is + 3)));
      }
    }
    return all;
  }

  private static Object value(char kind, String text) {
    switch (kind) {
      case 'n':
        return Long.valueOf(text);
      case 'd':
        return Instant.parse(text);
      default:
        return EscapedLine.read(text);
    }
  }
}
