package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Money;

/**
 * Which orders a series, or one of its steps, is for. All that is set must hold; nothing set means
 * every order. Immutable.
 *
 * <p>It is kept as the merchant typed it. What cannot be read is reported by {@link #problems} when
 * it is saved, and fits no order.
 */
public final class OrderFilter {
  /** Every order. */
  public static final OrderFilter ANY = new Builder().build();

  private static final Set<String> COUNTRIES =
      new LinkedHashSet<>(Arrays.asList(Locale.getISOCountries()));

  /** Numbers of products and of categories, separated by commas. */
  public final String products;

  public final String categories;

  /** The least total for each currency, as {@code 100.00 EUR, 120 CHF}. */
  public final String amounts;

  /** Codes of the countries that the order goes to, as {@code DE, AT}. */
  public final String countries;

  /** 2 for a person's second order; 0 for any. */
  public final int number;

  private final Set<Long> productIds;
  private final Set<Long> categoryIds;
  private final Map<Currency, Money> least = new LinkedHashMap<>();
  private final Set<String> countryCodes = new LinkedHashSet<>();
  private final List<SeriesProblem.Code> problems = new ArrayList<>();

  private OrderFilter(Builder b) {
    products = b.products;
    categories = b.categories;
    amounts = b.amounts;
    countries = b.countries;
    number = b.number;
    productIds = ids(products);
    categoryIds = ids(categories);
    parts(amounts).forEach(this::amount);
    parts(countries).forEach(this::country);
    if (number < 0) {
      problems.add(SeriesProblem.Code.NEGATIVE_NUMBER);
    }
  }

  private Set<Long> ids(String text) {
    Set<Long> ids = new LinkedHashSet<>();
    for (String part : text.split("[,;\\s]+")) {
      if (part.matches("-?\\d{1,18}")) {
        ids.add(Long.valueOf(part));
      } else if (!part.isEmpty()) {
        problems.add(SeriesProblem.Code.BAD_NUMBERS);
      }
    }
    return ids;
  }

  private void amount(String part) {
    String[] words = part.trim().split("\\s+");
    try {
      boolean currencyFirst = words[0].matches("[A-Za-z]{3}");
      Currency currency =
          Currency.getInstance(words[currencyFirst ? 0 : 1].toUpperCase(Locale.ROOT));
      BigDecimal typed = new BigDecimal(words[currencyFirst ? 1 : 0]);
      if (words.length != 2 || typed.signum() <= 0) {
        throw new IllegalArgumentException(part);
      }
      least.put(currency, Money.of(typed, currency, RoundingMode.UNNECESSARY));
    } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
      problems.add(SeriesProblem.Code.BAD_AMOUNTS);
    }
  }

  private void country(String part) {
    String code = part.toUpperCase(Locale.ROOT);
    if (COUNTRIES.contains(code)) {
      countryCodes.add(code);
    } else {
      problems.add(SeriesProblem.Code.BAD_COUNTRIES);
    }
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split("[,;\\r\\n]+")) {
      if (!part.trim().isEmpty()) {
        parts.add(part.trim());
      }
    }
    return parts;
  }

  /** What cannot be read, by the kind of what was typed. */
  List<SeriesProblem.Code> problems() {
    return Collections.unmodifiableList(problems);
  }

  boolean isAny() {
    return !asksForGoods() && amounts.trim().isEmpty() && countries.trim().isEmpty() && number == 0;
  }

  boolean asksForGoods() {
    return !products.trim().isEmpty() || !categories.trim().isEmpty();
  }

  boolean asksForAmount() {
    return !amounts.trim().isEmpty();
  }

  boolean asksForNumber() {
    return number > 0;
  }

  /** Why the order is none of those; the number is asked for only if it matters. */
  Optional<ReasonCode> objection(OrderSnapshot order, ToIntFunction<OrderSnapshot> numberOf) {
    if (!problems.isEmpty()) {
      return Optional.of(ReasonCode.NOT_FOR_THIS_ORDER);
    }
    if (asksForGoods() && wantedProducts(order).isEmpty()) {
      return Optional.of(ReasonCode.PRODUCT_NOT_IN_ORDER);
    }
    if (asksForAmount() && !isEnough(order.totals.total)) {
      return Optional.of(ReasonCode.BELOW_AMOUNT);
    }
    if (!countryCodes.isEmpty() && !countryCodes.contains(order.countryCode)) {
      return Optional.of(ReasonCode.OTHER_COUNTRY);
    }
    return asksForNumber() && numberOf.applyAsInt(order) != number
        ? Optional.of(ReasonCode.NOT_THIS_ORDER_OF_THE_PERSON)
        : Optional.empty();
  }

  /** An amount in a currency that is not named is never enough. */
  private boolean isEnough(Money total) {
    Money wanted = least.get(total.currency());
    return wanted != null && total.amountMinor() >= wanted.amountMinor();
  }

  /** The products of the order that are asked for; all of them when none is. */
  Set<Long> wantedProducts(OrderSnapshot order) {
    Set<Long> wanted = new LinkedHashSet<>();
    for (OrderLine line : order.lines) {
      OrderLine.Goods goods = line.goods;
      boolean asked =
          !asksForGoods()
              || productIds.contains(goods.productId)
              || !Collections.disjoint(categoryIds, goods.categoryIds);
      if (asked && goods.productId != 0) {
        wanted.add(goods.productId);
      }
    }
    return wanted;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof OrderFilter && ((OrderFilter) o).toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return products + "|" + categories + "|" + amounts + "|" + countries + "|" + number;
  }

  /** Collects what is asked for; anything not set holds for every order. */
  public static final class Builder {
    private String products = "";
    private String categories = "";
    private String amounts = "";
    private String countries = "";
    private int number;

    /** Numbers of products or categories, one of which must be in the order. */
    public Builder goods(String newProducts, String newCategories) {
      products = requireNonNull(newProducts, "products");
      categories = requireNonNull(newCategories, "categories");
      return this;
    }

    public Builder amounts(String newAmounts) {
      amounts = requireNonNull(newAmounts, "amounts");
      return this;
    }

    public Builder countries(String newCountries) {
      countries = requireNonNull(newCountries, "countries");
      return this;
    }

    public Builder number(int newNumber) {
      number = newNumber;
      return this;
    }

    public OrderFilter build() {
      return new OrderFilter(this);
    }
  }
}
