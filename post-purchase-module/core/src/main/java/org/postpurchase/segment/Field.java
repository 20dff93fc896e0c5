package org.postpurchase.segment;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.postpurchase.person.Person;
import org.postpurchase.person.Spend;

/**
 * A fact that conditions may ask about: the whole list, with the column that has it. Each can be
 * asked of one person and in a statement about all of them; a test holds the two against each
 * other. The names are stored and never change their meaning.
 */
public enum Field {
  ORDERS(FieldType.NUMBER, "ORDERS", p -> (long) p.habits.orders),
  SPENT(FieldType.MONEY, "NET_MINOR", p -> null),
  AVERAGE_ORDER(FieldType.MONEY, "AVERAGE_MINOR", p -> null),
  FIRST_ORDER(FieldType.MOMENT, "FIRST_ORDER_AT", p -> p.habits.firstAt),
  LAST_ORDER(FieldType.MOMENT, "LAST_ORDER_AT", p -> p.habits.lastAt),
  NEXT_ORDER(FieldType.MOMENT, "NEXT_ORDER_AT", p -> p.habits.nextAt),
  DAYS_BETWEEN(FieldType.NUMBER, "GAP_DAYS", p -> number(p.habits.gapDays)),
  RETURNED_ORDERS(FieldType.NUMBER, "RETURNED_ORDERS", p -> (long) p.habits.returnedOrders),
  SALE_PERCENT(FieldType.NUMBER, "SALE_PERCENT", p -> number(p.habits.salePercent)),
  PRODUCT(FieldType.GOODS, "P", p -> null),
  CATEGORY(FieldType.GOODS, "C", p -> null),
  SEEN_PRODUCT(FieldType.SEEN, "P", p -> null),
  SEEN_CATEGORY(FieldType.SEEN, "C", p -> null),
  LAST_SEEN(FieldType.MOMENT, "LAST_SEEN_AT", p -> p.standing.lastSeenAt),
  POINTS(FieldType.NUMBER, "POINTS", p -> p.standing.points),
  TIER(FieldType.TEXT, "TIER_KEY", p -> text(p.standing.tier)),
  REVIEWS(FieldType.NUMBER, "REVIEWS", p -> (long) p.standing.reviews),
  LAST_STARS(FieldType.NUMBER, "LAST_STARS", p -> number(p.standing.lastStars)),
  FRIENDS(FieldType.NUMBER, "FRIENDS", p -> (long) p.standing.friends),
  LAST_SCORE(FieldType.NUMBER, "LAST_SCORE", p -> number(p.standing.lastScore)),
  CONSENT(FieldType.TEXT, "CONSENT", p -> text(p.standing.consent)),
  LANGUAGE(FieldType.TEXT, "LOCALE_CODE", p -> text(p.language())),
  COUNTRY(FieldType.TEXT, "COUNTRY_CODE", p -> text(p.habits.country)),
  BIRTHDAY_MONTH(FieldType.NUMBER, "BIRTHDAY", Field::birthdayMonth),
  ACCOUNT(FieldType.FLAG, "CUSTOMER_ID", p -> p.ref.customerId > 0 ? 1L : null),
  REGISTERED(
      FieldType.MOMENT, "REGISTERED_AT", p -> p.account == null ? null : p.account.registeredAt);

  public final FieldType type;

  /** Our own text, never a user's. */
  public final String column;

  private final Function<Person, Object> fact;

  Field(FieldType type, String column, Function<Person, Object> fact) {
    this.type = type;
    this.column = column;
    this.fact = fact;
  }

  private static Long number(Integer value) {
    return value == null ? null : value.longValue();
  }

  private static String text(String value) {
    return value.isEmpty() ? null : value;
  }

  private static Long birthdayMonth(Person person) {
    return person.account == null || person.account.birthday.isEmpty()
        ? null
        : Long.valueOf(person.account.birthday.substring(0, 2));
  }

  /**
   * What is known of the person: a Long, an Instant or a text; null when nothing is. Money is in
   * the smallest coin.
   *
   * @param currency of money; else not looked at
   */
  Object of(Person person, String currency) {
    if (type != FieldType.MONEY) {
      return fact.apply(person);
    }
    Map<String, Spend> spend = person.habits.spend;
    Spend in = spend.get(currency);
    if (in == null) {
      return null;
    }
    return this == SPENT ? in.netMinor : in.averageMinor();
  }

  /** Whether the value is a product's id. */
  public boolean isProduct() {
    return this == PRODUCT || this == SEEN_PRODUCT;
  }

  /** Whether the value is a category's id. */
  public boolean isCategory() {
    return this == CATEGORY || this == SEEN_CATEGORY;
  }

  /** Whether it follows from what somebody looked at on the shop's pages. */
  public boolean isSeen() {
    return type == FieldType.SEEN || this == LAST_SEEN;
  }

  /** What a merchant's value may look like, on top of being a number where one is asked for. */
  boolean allows(String value) {
    switch (this) {
      case COUNTRY:
        return value.matches("[A-Z]{2}");
      case LANGUAGE:
        return value.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
      case CONSENT:
        return value.matches("GRANTED|WITHDRAWN");
      case TIER:
        return value.matches("[A-Za-z0-9_.:-]{1,40}");
      case BIRTHDAY_MONTH:
        return value.matches("[1-9]|1[0-2]");
      case LAST_STARS:
        return value.matches("[1-5]");
      case LAST_SCORE:
        return value.matches("\\d|10");
      default:
        return true;
    }
  }

  /** The field of that name, in any case; null when there is none. */
  static Field named(String name) {
    for (Field field : values()) {
      if (field.name().equals(name.toUpperCase(Locale.ROOT))) {
        return field;
      }
    }
    return null;
  }

  /** Whether the moment was so many times 24 hours before now, or longer. */
  static boolean isDaysAgo(Instant moment, long days, Instant now) {
    return !moment.isAfter(Leaf.threshold(days, now));
  }
}
