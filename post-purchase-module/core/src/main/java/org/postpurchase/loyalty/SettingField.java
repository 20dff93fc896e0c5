package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.PostPurchaseException;

/**
 * One setting of an earning rule type: its name in what is stored, its label and help in the
 * admin's form, its kind of input and what may be typed there. Immutable; each method that changes
 * something returns a new field.
 *
 * <p>Labels, helps and choices are texts with other languages behind them, as {@link LocalText}
 * reads them: {@code Points for each item | de: Punkte je Artikel}.
 *
 * @param <T> what the typed text means
 */
public final class SettingField<T> {
  /** Kind of input. The names are part of message keys. */
  public enum Kind {
    WHOLE_NUMBER,
    DECIMAL,
    RATES,
    CODE,
    TEXT,
    CHOICE
  }

  /** What is wrong with a typed text. The names are part of message keys. */
  public enum Problem {
    MISSING,
    TOO_LONG,
    NOT_A_NUMBER,
    OUT_OF_RANGE,
    NOT_RATES,
    NOT_A_CODE,
    NOT_A_CHOICE
  }

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,29}");
  private static final Pattern CODE = Pattern.compile("[A-Z_]{2,30}");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,6})?");
  private static final int LENGTH_MAX = 500;

  public final String name;
  public final Kind kind;
  public final String label;

  /** Empty for none. */
  public final String help;

  public final boolean required;

  /** What the form for a new rule is filled with; empty for nothing. */
  public final String initial;

  /** Smallest and largest number, or null. */
  public final BigDecimal min;

  public final BigDecimal max;

  /** Of a CHOICE: what is stored, with the text for it, in order. */
  public final Map<String, String> choices;

  private final Function<String, T> parser;
  private final T nothing;

  private SettingField(Draft draft, Function<String, T> parser, T nothing) {
    name = draft.name;
    kind = draft.kind;
    label = draft.label;
    help = draft.help;
    required = draft.required;
    initial = draft.initial;
    min = draft.min;
    max = draft.max;
    choices = draft.choices;
    this.parser = parser;
    this.nothing = nothing;
  }

  /** A whole number from {@code min} to {@code max}; zero where nothing was typed. */
  public static SettingField<Long> wholeNumber(String name, String label, long min, long max) {
    Draft draft = new Draft(name, Kind.WHOLE_NUMBER, label);
    draft.min = BigDecimal.valueOf(min);
    draft.max = BigDecimal.valueOf(max);
    return new SettingField<>(draft, SettingField::whole, 0L);
  }

  /** A decimal number with a point and at most six decimals; zero where nothing was typed. */
  public static SettingField<BigDecimal> decimal(
      String name, String label, BigDecimal min, BigDecimal max) {
    Draft draft = new Draft(name, Kind.DECIMAL, label);
    draft.min = min;
    draft.max = max;
    return new SettingField<>(draft, SettingField::exact, BigDecimal.ZERO);
  }

  /** Points for one unit of each currency, such as {@code EUR=1, GBP=1.5}. */
  public static SettingField<Rates> rates(String name, String label) {
    return new SettingField<>(new Draft(name, Kind.RATES, label), Rates::of, Rates.of(""));
  }

  /** Capital letters and underscores, 2 to 30 of them; small letters are raised. */
  public static SettingField<String> code(String name, String label) {
    return new SettingField<>(
        new Draft(name, Kind.CODE, label), text -> text.toUpperCase(Locale.ROOT), "");
  }

  /** Any text of at most 500 characters. */
  public static SettingField<String> text(String name, String label) {
    return new SettingField<>(new Draft(name, Kind.TEXT, label), text -> text, "");
  }

  /**
   * One of several, shown as a list.
   *
   * @param choices what is stored, with the text for it, in order
   */
  public static SettingField<String> choice(
      String name, String label, Map<String, String> choices) {
    Draft draft = new Draft(name, Kind.CHOICE, label);
    draft.choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    return new SettingField<>(draft, text -> text, "");
  }

  /** With a sentence that is shown beside the field. */
  public SettingField<T> help(String text) {
    Draft draft = new Draft(this);
    draft.help = requireNonNull(text, "help");
    return new SettingField<>(draft, parser, nothing);
  }

  /** May be left empty. */
  public SettingField<T> optional() {
    Draft draft = new Draft(this);
    draft.required = false;
    return new SettingField<>(draft, parser, nothing);
  }

  /** Filled with that in the form for a new rule. */
  public SettingField<T> initially(String text) {
    Draft draft = new Draft(this);
    draft.initial = requireNonNull(text, "initial");
    return new SettingField<>(draft, parser, nothing);
  }

  /**
   * What a stored text means, whether it may be typed today or not: limits may have been other ones
   * when it was saved.
   *
   * @throws PostPurchaseException naming the field and the text when it means nothing
   */
  T read(String stored) {
    String text = stored == null ? "" : stored.trim();
    if (text.isEmpty()) {
      return nothing;
    }
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw new PostPurchaseException(
          "The setting '" + name + "' cannot be read: '" + text + "' is no number.");
    }
  }

  /** What is stored of a typed text: without spaces around it, codes in capital letters. */
  public String stored(String typed) {
    String text = typed == null ? "" : typed.trim();
    return kind == Kind.CODE ? text.toUpperCase(Locale.ROOT) : text;
  }

  /** What is wrong with a typed text; empty when it can be saved. */
  public Optional<Problem> problem(String typed) {
    String text = stored(typed);
    if (text.isEmpty()) {
      return required ? Optional.of(Problem.MISSING) : Optional.empty();
    }
    if (text.length() > LENGTH_MAX) {
      return Optional.of(Problem.TOO_LONG);
    }
    switch (kind) {
      case WHOLE_NUMBER:
        return number(text, WHOLE);
      case DECIMAL:
        return number(text, DECIMAL);
      case RATES:
        return rates(text);
      case CODE:
        return unless(CODE.matcher(text).matches(), Problem.NOT_A_CODE);
      case CHOICE:
        return unless(choices.containsKey(text), Problem.NOT_A_CHOICE);
      default:
        return Optional.empty();
    }
  }

  private Optional<Problem> number(String text, Pattern form) {
    if (!form.matcher(text).matches()) {
      return Optional.of(Problem.NOT_A_NUMBER);
    }
    BigDecimal number = exact(text);
    return unless(number.compareTo(min) >= 0 && number.compareTo(max) <= 0, Problem.OUT_OF_RANGE);
  }

  private static Optional<Problem> rates(String text) {
    try {
      Rates rates = Rates.of(text);
      // XXX, XTS, gold: nobody pays in these
      boolean paid = rates.currencies().stream().allMatch(c -> c.getDefaultFractionDigits() >= 0);
      return unless(paid && !rates.isEmpty(), Problem.NOT_RATES);
    } catch (PostPurchaseException e) {
      return Optional.of(Problem.NOT_RATES);
    }
  }

  private static Optional<Problem> unless(boolean fine, Problem problem) {
    return fine ? Optional.empty() : Optional.of(problem);
  }

  private static long whole(String text) {
    return Long.parseLong(text);
  }

  private static BigDecimal exact(String text) {
    return new BigDecimal(text);
  }

  @Override
  public String toString() {
    return name + " (" + kind + ")";
  }

  /** A field while it is put together. */
  private static final class Draft {
    private final String name;
    private final Kind kind;
    private final String label;
    private String help = "";
    private boolean required = true;
    private String initial = "";
    private BigDecimal min;
    private BigDecimal max;
    private Map<String, String> choices = Collections.emptyMap();

    Draft(String name, Kind kind, String label) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "The name of a setting is 1 to 30 letters and digits and begins with a small letter;"
                + " it is '"
                + name
                + "'.");
      }
      this.name = name;
      this.kind = kind;
      this.label = requireNonNull(label, "label");
    }

    Draft(SettingField<?> field) {
      this(field.name, field.kind, field.label);
      help = field.help;
      required = field.required;
      initial = field.initial;
      min = field.min;
      max = field.max;
      choices = field.choices;
    }
  }
}
