package org.postpurchase.broadleaf.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.person.Account;
import org.postpurchase.person.Buy;
import org.postpurchase.person.PersonRef;
import org.postpurchase.person.ShopRecords;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the host's orders and customers with plain statements, so many for any number of them. A
 * birthday is the customer's attribute {@code birthday} or {@code dateOfBirth}, as 1990-02-28: the
 * host has no column for it. An order was placed when the host says; only merchandise that is kept
 * counts, each line by the price that it was bought at.
 */
public final class BroadleafRecords implements ShopRecords {
  private static final String PLACED =
      " ORDER_STATUS in ('SUBMITTED', 'CANCELLED') and SUBMIT_DATE is not null";
  private static final String ORDERS =
      "select o.ORDER_ID, o.ORDER_STATUS, o.SUBMIT_DATE, o.EMAIL_ADDRESS, o.CURRENCY_CODE,"
          + " o.LOCALE_CODE, o.ORDER_SUBTOTAL, o.CUSTOMER_ID, c.IS_REGISTERED, c.EMAIL_ADDRESS as"
          + " CUSTOMER_EMAIL, (select sum(a.ADJUSTMENT_VALUE) from BLC_ORDER_ADJUSTMENT a"
          + " where a.ORDER_ID = o.ORDER_ID) as OFF, (select min(a.COUNTRY)"
          + " from BLC_FULFILLMENT_GROUP g join BLC_ADDRESS a on a.ADDRESS_ID = g.ADDRESS_ID"
          + " where g.ORDER_ID = o.ORDER_ID) as COUNTRY"
          + " from BLC_ORDER o left join BLC_CUSTOMER c on c.CUSTOMER_ID = o.CUSTOMER_ID"
          + " where o.ORDER_ID {keys} and"
          + PLACED;
  private static final String LINES =
      "select i.ORDER_ID, i.ORDER_ITEM_ID, i.QUANTITY, i.PRICE, i.RETAIL_PRICE, i.SALE_PRICE,"
          + " coalesce(d.PRODUCT_ID, s.DEFAULT_PRODUCT_ID, (select min(x.PRODUCT_ID)"
          + " from BLC_PRODUCT_SKU_XREF x where x.SKU_ID = s.SKU_ID)) as PRODUCT_ID,"
          + " l.RETURNED_QTY, l.CANCELLED_QTY from BLC_ORDER_ITEM i"
          + " left join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " left join BLC_BUNDLE_ORDER_ITEM b on b.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " left join BLC_SKU s on s.SKU_ID = coalesce(d.SKU_ID, b.SKU_ID)"
          + " left join PP_ORDER_LINE l on l.ORDER_LINE_ID = i.ORDER_ITEM_ID"
          + " where i.ORDER_ID {keys} and i.PARENT_ORDER_ITEM_ID is null";
  private static final String ACCOUNTS =
      "select c.CUSTOMER_ID, c.EMAIL_ADDRESS, c.LOCALE_CODE, c.DATE_CREATED, t.VALUE as BORN"
          + " from BLC_CUSTOMER c left join BLC_CUSTOMER_ATTRIBUTE t"
          + " on t.CUSTOMER_ID = c.CUSTOMER_ID and t.NAME in ('birthday', 'dateOfBirth')"
          + " where c.CUSTOMER_ID {keys} and c.IS_REGISTERED = true"
          + " and (c.DEACTIVATED is null or c.DEACTIVATED = false)";
  private static final String ACCOUNT_IDS =
      "select CUSTOMER_ID from BLC_CUSTOMER where CUSTOMER_ID > ? and IS_REGISTERED = true"
          + " and (DEACTIVATED is null or DEACTIVATED = false) order by CUSTOMER_ID limit ";
  private static final String OF_GUEST =
      "select o.ORDER_ID from PP_PERSON_ORDER p join BLC_ORDER o on o.ORDER_ID = p.ORDER_ID"
          + " left join BLC_CUSTOMER c on c.CUSTOMER_ID = o.CUSTOMER_ID"
          + " where p.MAILBOX_KEY = ? and (c.IS_REGISTERED is null or c.IS_REGISTERED = false) and"
          + PLACED;

  private final JdbcTemplate jdbc;
  private final RowSets sets;
  private final ProductCategories categories;
  private final Supplier<String> currency;

  /**
   * @param currency of orders that carry none, as ISO 4217 code
   */
  public BroadleafRecords(JdbcTemplate jdbc, RowSets sets, Supplier<String> currency) {
    this.jdbc = jdbc;
    this.sets = sets;
    this.categories = new ProductCategories(jdbc, sets);
    this.currency = currency;
  }

  @Override
  public List<Buy> buys(Collection<Long> orderIds) {
    Map<Long, BoughtOrder> orders = new TreeMap<>();
    sets.select(
        ORDERS, orderIds, (row, n) -> orders.put(row.getLong("ORDER_ID"), new BoughtOrder(row)));
    Set<Long> products = new TreeSet<>();
    sets.select(
        LINES,
        orders.keySet(),
        (row, n) -> {
          BoughtOrder.Line line = new BoughtOrder.Line(row);
          if (line.productId > 0) {
            products.add(line.productId);
          }
          return orders.get(row.getLong("ORDER_ID")).lines.add(line);
        });
    Map<Long, Set<Long>> categoriesOf = categories.of(products);
    List<Buy> buys = new ArrayList<>();
    orders.values().forEach(order -> buys.add(order.buy(categoriesOf, currency.get())));
    return buys;
  }

  @Override
  public List<Long> placedAfter(long orderId, int limit) {
    return jdbc.queryForList(
        "select ORDER_ID from BLC_ORDER where ORDER_ID > ? and"
            + PLACED
            + " order by ORDER_ID limit "
            + limit,
        Long.class,
        orderId);
  }

  @Override
  public long placedCount() {
    return jdbc.queryForObject("select count(*) from BLC_ORDER where" + PLACED, Long.class);
  }

  @Override
  public Map<Long, Account> accounts(Collection<Long> customerIds) {
    Map<Long, Account> accounts = new TreeMap<>();
    sets.select(
        ACCOUNTS,
        customerIds,
        (row, n) -> {
          String birthday = birthday(row.getString("BORN"));
          Account known = birthday.isEmpty() ? accounts.get(row.getLong("CUSTOMER_ID")) : null;
          return known == null
              ? accounts.put(row.getLong("CUSTOMER_ID"), account(row, birthday))
              : known;
        });
    return accounts;
  }

  private static Account account(ResultSet row, String birthday) throws SQLException {
    return new Account(
        row.getLong("CUSTOMER_ID"),
        mailbox(row.getString("EMAIL_ADDRESS")),
        instant(row.getTimestamp("DATE_CREATED")),
        language(row.getString("LOCALE_CODE")),
        birthday);
  }

  /** Month and day; empty for what is no day. */
  private static String birthday(String born) {
    try {
      return born == null ? "" : LocalDate.parse(born.trim()).toString().substring(5);
    } catch (DateTimeException noDay) {
      return "";
    }
  }

  static Instant instant(Timestamp stamp) {
    return stamp == null ? null : Instant.ofEpochMilli(stamp.getTime());
  }

  static String language(String code) {
    if (code == null || code.trim().isEmpty()) {
      return "";
    }
    Locale locale = LocaleCode.parse(code);
    return locale.getLanguage().isEmpty() ? "" : locale.toLanguageTag();
  }

  static String mailbox(String address) {
    String key = address == null ? "" : EmailAddress.keyOf(address.trim());
    return key.length() > 254 ? "" : key;
  }

  @Override
  public List<Long> accountsAfter(long customerId, int limit) {
    return jdbc.queryForList(ACCOUNT_IDS + limit, Long.class, customerId);
  }

  @Override
  public long lastAccount() {
    Long last =
        jdbc.queryForObject(
            "select max(CUSTOMER_ID) from BLC_CUSTOMER where IS_REGISTERED = true", Long.class);
    return last == null ? 0 : last;
  }

  @Override
  public List<Long> ordersOf(PersonRef person) {
    Set<Long> ids = new LinkedHashSet<>();
    if (person.customerId > 0) {
      ids.addAll(
          jdbc.queryForList(
              "select ORDER_ID from BLC_ORDER where CUSTOMER_ID = ? and" + PLACED,
              Long.class,
              person.customerId));
    }
    ids.addAll(
        person.mailbox.isEmpty()
            ? Collections.<Long>emptyList()
            : jdbc.queryForList(OF_GUEST, Long.class, person.mailbox));
    return new ArrayList<>(ids);
  }
}
