package org.postpurchase.broadleaf.person;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Searches the host's customers, orders, addresses and phones, and mailboxes that we have rows
 * about. A whole address and a whole order number are found by indexes. Parts are looked for in
 * every row, unless PostgreSQL has the trigram indexes that the phase {@code search-indexes} adds.
 * Reads only; at most some hundred rows.
 */
public final class PeopleSearch {
  static final String PLACED =
      " o.ORDER_STATUS in ('SUBMITTED', 'CANCELLED') and o.SUBMIT_DATE is not null";

  private static final int PHONE_MIN = 4;
  private static final int WORDS_MAX = 4;

  /** From so many characters on, an order with exactly that number is what was looked for. */
  private static final int NUMBER_ALONE_MIN = 6;

  private static final String PART = " like ? escape '!'";
  private static final String CUSTOMERS =
      "select 0 as ORDER_ID, c.CUSTOMER_ID, c.IS_REGISTERED, c.EMAIL_ADDRESS, c.FIRST_NAME,"
          + " c.LAST_NAME, null as ORDER_NUMBER, null as ORDER_EMAIL from BLC_CUSTOMER c"
          + " where c.IS_REGISTERED = true and ";
  private static final String NEWEST_CUSTOMERS = " order by c.CUSTOMER_ID desc limit ";
  private static final String ORDERS =
      "select o.ORDER_ID, c.CUSTOMER_ID, c.IS_REGISTERED, c.EMAIL_ADDRESS,"
          + " coalesce(a.FIRST_NAME, c.FIRST_NAME) as FIRST_NAME,"
          + " coalesce(a.LAST_NAME, c.LAST_NAME) as LAST_NAME, o.ORDER_NUMBER,"
          + " o.EMAIL_ADDRESS as ORDER_EMAIL from BLC_ORDER o"
          + " left join BLC_CUSTOMER c on c.CUSTOMER_ID = o.CUSTOMER_ID"
          + " left join BLC_FULFILLMENT_GROUP g on g.ORDER_ID = o.ORDER_ID"
          + " left join BLC_ADDRESS a on a.ADDRESS_ID = g.ADDRESS_ID";
  private static final String NEWEST_ORDERS = " and" + PLACED + " order by o.ORDER_ID desc limit ";
  private static final String OF_MAILBOX =
      " where o.ORDER_ID in (select m.ORDER_ID from PP_PERSON_ORDER m where m.MAILBOX_KEY = ?)";
  private static final String PHONES =
      "select p.PHONE_ID from BLC_PHONE p where"
          + " replace(replace(replace(replace(replace(p.PHONE_NUMBER, ' ', ''), '-', ''), '/', ''),"
          + " '(', ''), ')', '')"
          + PART
          + " order by p.PHONE_ID desc limit ";

  /** A plan for any pattern goes through the orders from the newest, however few have this one. */
  private static final String PLAN_FOR_THIS_PATTERN =
      "select set_config('plan_cache_mode', 'force_custom_plan', true)";

  private static final List<String> OURS =
      Collections.unmodifiableList(Arrays.asList("PP_CONTACT", "PP_CONSENT", "PP_SUPPRESSION"));

  private final JdbcTemplate jdbc;
  private final Transactions transactions;
  private final boolean postgresql;

  public PeopleSearch(JdbcTemplate jdbc, Transactions transactions, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.postgresql = dialect == SqlDialect.POSTGRESQL;
  }

  /** A customer, or a placed order with whoever placed it. */
  public static final class Hit {
    /** 0 for a customer that was found without an order. */
    public final long orderId;

    /** 0 for an order without a customer. */
    public final long customerId;

    /** Whether the customer has an account; the host keeps a row for guests, too. */
    final boolean registered;

    final String name;
    final String customerEmail;
    final String orderNumber;
    final String orderEmail;

    private Hit(ResultSet row) throws SQLException {
      orderId = row.getLong("ORDER_ID");
      customerId = row.getLong("CUSTOMER_ID");
      registered = row.getBoolean("IS_REGISTERED");
      name = (text(row, "FIRST_NAME") + " " + text(row, "LAST_NAME")).trim();
      customerEmail = text(row, "EMAIL_ADDRESS");
      orderNumber = text(row, "ORDER_NUMBER");
      orderEmail = text(row, "ORDER_EMAIL");
    }

    /** The account's address, else the one that the order was placed with. May be empty. */
    String email() {
      return registered || orderId == 0 ? customerEmail : orderEmail;
    }

    /** Where the order's mails went; the customer's address where no order was found. */
    public String contact() {
      return orderId == 0 ? customerEmail : orderEmail;
    }

    private static String text(ResultSet row, String column) throws SQLException {
      String value = row.getString(column);
      return value == null ? "" : value.trim();
    }
  }

  /**
   * Customers with an account, and placed orders, newest first.
   *
   * @param typed any part of an address, a name, a phone number or an order number, without control
   *     characters; an order with exactly that number comes first, and alone when the number is not
   *     short
   * @param most of each kind of match
   */
  public List<Hit> search(String typed, int most) {
    String text = typed.trim();
    if (text.isEmpty()) {
      return Collections.emptyList();
    }
    return transactions.call(() -> found(text, most));
  }

  private List<Hit> found(String text, int most) {
    List<Hit> found = orders(" where o.ORDER_NUMBER = ?", most, text);
    if (!found.isEmpty() && text.length() >= NUMBER_ALONE_MIN) {
      return found;
    }
    boolean address = text.indexOf('@') > 0;
    if (address) {
      found.addAll(withAddress(text, most));
    }
    if (!address || found.isEmpty()) {
      withPart(text.toLowerCase(Locale.ROOT), most, found);
    }
    return found;
  }

  /** Placed orders of these customers, newest first. */
  public List<Hit> ordersOf(Collection<Long> customerIds, int most) {
    return customerIds.isEmpty()
        ? Collections.emptyList()
        : orders(
            " where o.CUSTOMER_ID in (" + marks(customerIds.size()) + ")",
            most,
            customerIds.toArray());
  }

  /**
   * Whether that mailbox wrote, subscribed or was suppressed; it need not have ordered.
   *
   * @param key see {@link EmailAddress#keyOf}
   */
  public boolean isHeardOf(String key) {
    return !mailboxes(" = ?", key, 1).isEmpty();
  }

  /**
   * Keys of such mailboxes that have the text somewhere.
   *
   * @param most of each kind of row
   */
  public List<String> mailboxesWith(String text, int most) {
    return transactions.call(
        () -> {
          planForThisPattern();
          return mailboxes(PART, part(text), most);
        });
  }

  private List<String> mailboxes(String condition, String value, int most) {
    Set<String> found = new LinkedHashSet<>();
    for (String table : OURS) {
      String sql = "select distinct CONTACT from " + table + " where CONTACT" + condition;
      found.addAll(jdbc.queryForList(sql + " limit " + most, String.class, value));
    }
    return new ArrayList<>(found);
  }

  private void planForThisPattern() {
    if (postgresql) {
      jdbc.queryForObject(PLAN_FOR_THIS_PATTERN, String.class);
    }
  }

  /** Whoever has exactly that address, in any spelling of capitals and of its domain. */
  private List<Hit> withAddress(String text, int most) {
    String key = EmailAddress.keyOf(text);
    String lower = text.toLowerCase(Locale.ROOT);
    List<Hit> found = new ArrayList<>();
    found.addAll(customers("lower(c.EMAIL_ADDRESS) in (?, ?)", most, lower, key));
    found.addAll(orders(" where o.EMAIL_ADDRESS in (?, ?, ?)", most, text, lower, key));
    found.addAll(orders(OF_MAILBOX, most, key));
    return found;
  }

  private void withPart(String text, int most, List<Hit> found) {
    planForThisPattern();
    String part = part(text);
    Condition name = Condition.ofName(text);
    found.addAll(
        customers("(lower(c.EMAIL_ADDRESS)" + PART + name.or("c") + ")", most, name.after(part)));
    found.addAll(
        orders(
            " where (o.ORDER_NUMBER" + PART + " or lower(o.EMAIL_ADDRESS)" + PART + ")",
            most,
            part,
            part));
    if (name.isPossible()) {
      found.addAll(orders(" where " + name.of("a"), most, name.args.toArray()));
    }
    String digits = text.replaceAll("[\\s()/+.-]", "");
    if (digits.length() >= PHONE_MIN && digits.matches("\\d+")) {
      found.addAll(withPhone(part(digits.replaceFirst("^0+", "")), most));
    }
  }

  private List<Hit> withPhone(String part, int most) {
    List<Long> phones = jdbc.queryForList(PHONES + most, Long.class, part);
    return phones.isEmpty()
        ? Collections.emptyList()
        : orders(
            " where a.PHONE_PRIMARY_ID in (" + marks(phones.size()) + ")", most, phones.toArray());
  }

  private List<Hit> customers(String where, int most, Object... args) {
    return jdbc.query(CUSTOMERS + where + NEWEST_CUSTOMERS + most, (row, n) -> new Hit(row), args);
  }

  private List<Hit> orders(String where, int most, Object... args) {
    return jdbc.query(ORDERS + where + NEWEST_ORDERS + most, (row, n) -> new Hit(row), args);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static String part(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  /** That each word is a part of a first or last name, in either order. */
  private static final class Condition {
    final List<String> args;

    private Condition(List<String> args) {
      this.args = args;
    }

    /** Names have letters and no @. */
    static Condition ofName(String text) {
      boolean possible = text.indexOf('@') < 0 && text.chars().anyMatch(Character::isLetter);
      return new Condition(
          possible
              ? Arrays.stream(text.split("\\s+"))
                  .limit(WORDS_MAX)
                  .map(PeopleSearch::part)
                  .flatMap(word -> Stream.of(word, word))
                  .collect(toList())
              : Collections.emptyList());
    }

    boolean isPossible() {
      return !args.isEmpty();
    }

    String of(String table) {
      String word =
          String.format("(lower(%1$s.FIRST_NAME)%2$s or lower(%1$s.LAST_NAME)%2$s)", table, PART);
      return Collections.nCopies(args.size() / 2, word).stream().collect(joining(" and "));
    }

    String or(String table) {
      return isPossible() ? " or " + of(table) : "";
    }

    Object[] after(String first) {
      return Stream.concat(Stream.of(first), args.stream()).toArray();
    }
  }
}
