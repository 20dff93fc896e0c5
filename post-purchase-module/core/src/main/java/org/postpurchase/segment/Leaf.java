package org.postpurchase.segment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postpurchase.person.Person;

/** One comparison of a fact. Its value has been checked. Immutable. */
public final class Leaf extends Condition {
  /** Some hundred years. */
  private static final long DAYS_MAX = 36_500;

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  public final Field field;
  public final Operator operator;

  /** As it was typed; empty where there is nothing to compare with. */
  public final String value;

  /** Of money; else empty. */
  public final String currency;

  private final long number;

  private Leaf(Field field, Operator operator, String value, String currency, long number) {
    this.field = requireNonNull(field, "field");
    this.operator = requireNonNull(operator, "operator");
    this.value = value;
    this.currency = currency;
    this.number = number;
  }

  /**
   * @throws SegmentRefusedException when the operator is not the field's or the value does not fit
   */
  public static Leaf of(Field field, Operator operator, String value, String currency) {
    if (!field.type.operators.contains(operator)) {
      throw new SegmentRefusedException(
          SegmentProblem.UNKNOWN_OPERATOR, field.name(), operator.name());
    }
    if (field.type == FieldType.MONEY && currencyOf(currency) == null) {
      throw new SegmentRefusedException(SegmentProblem.BAD_CURRENCY, field.name(), currency);
    }
    String code = field.type == FieldType.MONEY ? currency : "";
    if (!operator.hasValue()) {
      return new Leaf(field, operator, "", code, 0);
    }
    String typed = value.trim();
    if (!field.allows(typed)) {
      throw new SegmentRefusedException(SegmentProblem.BAD_VALUE, field.name(), value);
    }
    return new Leaf(field, operator, typed, code, number(field, operator, typed, code));
  }

  private static Currency currencyOf(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(code))
        .findFirst()
        .orElse(null);
  }

  private static long number(Field field, Operator operator, String typed, String currency) {
    if (field.type == FieldType.TEXT) {
      return 0;
    }
    try {
      BigDecimal amount = new BigDecimal(typed);
      if (!typed.matches("\\d{1,18}(\\.\\d{1,6})?") || amount.compareTo(MOST) > 0) {
        throw new NumberFormatException(typed);
      }
      int digits =
          field.type == FieldType.MONEY
              ? Math.max(0, currencyOf(currency).getDefaultFractionDigits())
              : 0;
      long exact = amount.movePointRight(digits).longValueExact();
      if (operator.isTimed() && exact > DAYS_MAX) {
        throw new NumberFormatException(typed);
      }
      return exact;
    } catch (ArithmeticException | NumberFormatException unfit) {
      throw new SegmentRefusedException(SegmentProblem.BAD_VALUE, field.name(), typed);
    }
  }

  /** What the fact is compared with: a number, an id, days, or money in the smallest coin. */
  public long number() {
    return number;
  }

  /** The last moment that is so many times 24 hours ago. */
  public static Instant threshold(long days, Instant now) {
    return now.minus(Duration.ofDays(days));
  }

  @Override
  public boolean holds(Person person, Instant now) {
    if (field.type == FieldType.GOODS) {
      Set<Long> goods = field == Field.PRODUCT ? person.products : person.categories;
      return goods.contains(number) == (operator == Operator.BOUGHT);
    }
    if (field.type == FieldType.SEEN) {
      Set<Long> seen =
          field == Field.SEEN_PRODUCT
              ? person.standing.seenProducts
              : person.standing.seenCategories;
      return seen.contains(number) == (operator == Operator.SEEN);
    }
    Object fact = field.of(person, currency);
    switch (operator) {
      case KNOWN:
      case YES:
        return fact != null;
      case UNKNOWN:
      case NO:
        return fact == null;
      default:
        return fact != null && compares(fact, now);
    }
  }

  private boolean compares(Object fact, Instant now) {
    switch (operator) {
      case AT_LEAST:
        return (Long) fact >= number;
      case AT_MOST:
        return (Long) fact <= number;
      case EQUAL:
        return (Long) fact == number;
      case DAYS_AGO_AT_LEAST:
        return Field.isDaysAgo((Instant) fact, number, now);
      case DAYS_AGO_AT_MOST:
        return !Field.isDaysAgo((Instant) fact, number, now);
      case IS:
        return isText((String) fact);
      case IS_NOT:
        return !isText((String) fact);
      default:
        throw new IllegalStateException("no comparison: " + operator);
    }
  }

  /** A language counts for all its regions. */
  private boolean isText(String fact) {
    return fact.equals(value)
        || field == Field.LANGUAGE && fact.toLowerCase(Locale.ROOT).startsWith(prefix());
  }

  /** What all regions of the language begin with. */
  public String prefix() {
    return value.toLowerCase(Locale.ROOT) + "-";
  }

  @Override
  public List<Condition> parts() {
    return Collections.emptyList();
  }

  /** What is known of the person, for screens; null when nothing is. */
  public Object factOf(Person person) {
    return field.of(person, currency);
  }
}
