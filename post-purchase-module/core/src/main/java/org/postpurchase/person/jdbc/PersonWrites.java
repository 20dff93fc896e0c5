package org.postpurchase.person.jdbc;

import static org.postpurchase.person.jdbc.JdbcPersonStore.orNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.person.Account;
import org.postpurchase.person.Buy;
import org.postpurchase.person.Habits;
import org.postpurchase.person.Person;
import org.postpurchase.person.PersonRow;
import org.postpurchase.person.Spend;
import org.postpurchase.person.Standing;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;

/** Writes what has changed, in sets; what is as it was costs no write. */
final class PersonWrites {
  private static final String KNOWN =
      "select ORDER_ID, PERSON_ID, CUSTOMER_ID, MAILBOX_KEY, PLACED_AT, STATE, CURRENCY, NET_MINOR,"
          + " UNITS, RETURNED_UNITS, SALE_UNITS, LOCALE_CODE, COUNTRY_CODE from PP_PERSON_BUY"
          + " where ORDER_ID {keys}";
  private static final String ADD_BUY =
      "insert into PP_PERSON_BUY (PERSON_ID, CUSTOMER_ID, MAILBOX_KEY, PLACED_AT, STATE, CURRENCY,"
          + " NET_MINOR, UNITS, RETURNED_UNITS, SALE_UNITS, LOCALE_CODE, COUNTRY_CODE, ORDER_ID)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String CHANGE_BUY =
      "update PP_PERSON_BUY set PERSON_ID = ?, CUSTOMER_ID = ?, MAILBOX_KEY = ?, PLACED_AT = ?,"
          + " STATE = ?, CURRENCY = ?, NET_MINOR = ?, UNITS = ?, RETURNED_UNITS = ?, SALE_UNITS ="
          + " ?, LOCALE_CODE = ?, COUNTRY_CODE = ? where ORDER_ID = ?";
  private static final String KNOWN_GOODS =
      "select ORDER_ID, KIND, GOODS_ID, PERSON_ID from PP_PERSON_GOODS where ORDER_ID {keys}";
  private static final String ADD_GOODS =
      "insert into PP_PERSON_GOODS (ORDER_ID, KIND, GOODS_ID, PERSON_ID) values (?, ?, ?, ?)";
  private static final String CHANGE =
      "update PP_PERSON set CUSTOMER_ID = ?, MAILBOX_KEY = ?, LOCALE_CODE = ?, COUNTRY_CODE = ?,"
          + " REGISTERED_AT = ?, BIRTHDAY = ?, ORDERS = ?, FIRST_ORDER_AT = ?, LAST_ORDER_AT = ?,"
          + " GAP_DAYS = ?, NEXT_ORDER_AT = ?, UNITS = ?, RETURNED_UNITS = ?, RETURNED_ORDERS = ?,"
          + " SALE_PERCENT = ?, POINTS = ?, TIER_KEY = ?, REVIEWS = ?, LAST_STARS = ?, FRIENDS = ?,"
          + " LAST_SCORE = ?, CONSENT = ?, LAST_SEEN_AT = ?, CHANGED_AT = ? where PERSON_ID = ?";
  private static final String SPEND =
      "select PERSON_ID, CURRENCY, NET_MINOR, ORDERS from PP_PERSON_SPEND where PERSON_ID {keys}";
  private static final String ADD_SPEND =
      "insert into PP_PERSON_SPEND (PERSON_ID, CURRENCY, NET_MINOR, AVERAGE_MINOR, ORDERS)"
          + " values (?, ?, ?, ?, ?)";
  private static final List<String> MOMENTS =
      Arrays.asList("FIRST_ORDER_AT", "LAST_ORDER_AT", "NEXT_ORDER_AT", "LAST_SEEN_AT");
  private static final List<String> VALUES =
      Arrays.asList(
          "ORDERS",
          "GAP_DAYS",
          "UNITS",
          "RETURNED_UNITS",
          "RETURNED_ORDERS",
          "SALE_PERCENT",
          "POINTS",
          "TIER_KEY",
          "REVIEWS",
          "LAST_STARS",
          "FRIENDS",
          "LAST_SCORE",
          "CONSENT");

  private final RowSets sets;

  PersonWrites(RowSets sets) {
    this.sets = sets;
  }

  void keep(Collection<Buy> buys, Map<Long, Long> personIds) {
    Map<Long, Buy> wanted = new TreeMap<>();
    buys.forEach(buy -> wanted.put(buy.orderId, buy));
    if (wanted.isEmpty()) {
      return;
    }
    Map<Long, Buy> known = new HashMap<>();
    Map<Long, Long> owners = new HashMap<>();
    sets.select(
        KNOWN,
        wanted.keySet(),
        (row, n) -> {
          owners.put(row.getLong("ORDER_ID"), row.getLong("PERSON_ID"));
          return known.put(row.getLong("ORDER_ID"), JdbcPersonStore.buy(row).build());
        });
    List<Object[]> added = new ArrayList<>();
    List<Object[]> changed = new ArrayList<>();
    for (Buy buy : wanted.values()) {
      long person = personIds.get(buy.orderId);
      if (!known.containsKey(buy.orderId)) {
        added.add(row(buy, person));
      } else if (!buy.equals(known.get(buy.orderId)) || person != owners.get(buy.orderId)) {
        changed.add(row(buy, person));
      }
    }
    sets.insert(ADD_BUY, added);
    sets.update(CHANGE_BUY, changed);
    keepGoods(wanted, known.keySet(), personIds);
  }

  private static Object[] row(Buy buy, long person) {
    return new Object[] {
      person,
      buy.customerId,
      orNull(buy.mailbox),
      Utc.param(buy.placedAt),
      buy.cancelled ? "CANCELLED" : "PLACED",
      buy.currency,
      buy.netMinor,
      buy.units,
      buy.returnedUnits,
      buy.saleUnits,
      orNull(buy.language),
      orNull(buy.country),
      buy.orderId
    };
  }

  private void keepGoods(Map<Long, Buy> wanted, Set<Long> known, Map<Long, Long> personIds) {
    Map<Long, Set<List<Object>>> before = new HashMap<>();
    sets.select(
        KNOWN_GOODS,
        known,
        (row, n) ->
            before
                .computeIfAbsent(row.getLong("ORDER_ID"), id -> new HashSet<>())
                .add(
                    Arrays.asList(
                        row.getLong("ORDER_ID"),
                        row.getString("KIND"),
                        row.getLong("GOODS_ID"),
                        row.getLong("PERSON_ID"))));
    Set<Long> cleared = new TreeSet<>();
    List<Object[]> rows = new ArrayList<>();
    for (Buy buy : wanted.values()) {
      Set<List<Object>> goods = new HashSet<>();
      long person = personIds.get(buy.orderId);
      buy.products.forEach(id -> goods.add(Arrays.asList(buy.orderId, "P", id, person)));
      buy.categories.forEach(id -> goods.add(Arrays.asList(buy.orderId, "C", id, person)));
      Set<List<Object>> there = before.getOrDefault(buy.orderId, new HashSet<>());
      if (!goods.equals(there)) {
        if (!there.isEmpty()) {
          cleared.add(buy.orderId);
        }
        goods.forEach(each -> rows.add(each.toArray()));
      }
    }
    sets.delete("delete from PP_PERSON_GOODS where ORDER_ID {keys}", cleared);
    sets.insert(ADD_GOODS, rows);
  }

  void write(Collection<Person> people, Instant now) {
    List<Object[]> rows = new ArrayList<>();
    for (Person person : people) {
      rows.add(row(person, now));
    }
    sets.update(CHANGE, rows);
    writeSpend(people);
  }

  private static Object[] row(Person person, Instant now) {
    Account account = person.account;
    Habits habits = person.habits;
    Standing standing = person.standing;
    String mailbox = account == null ? person.ref.mailbox : account.mailbox;
    return new Object[] {
      person.ref.customerId,
      orNull(mailbox),
      orNull(person.language()),
      orNull(habits.country),
      account == null ? null : Utc.param(account.registeredAt),
      account == null ? null : orNull(account.birthday),
      habits.orders,
      Utc.param(habits.firstAt),
      Utc.param(habits.lastAt),
      habits.gapDays,
      Utc.param(habits.nextAt),
      habits.units,
      habits.returnedUnits,
      habits.returnedOrders,
      habits.salePercent,
      standing.points,
      orNull(standing.tier),
      standing.reviews,
      standing.lastStars,
      standing.friends,
      standing.lastScore,
      orNull(standing.consent),
      Utc.param(standing.lastSeenAt),
      Utc.param(now),
      person.id
    };
  }

  private void writeSpend(Collection<Person> people) {
    Set<Long> ids = people.stream().map(p -> p.id).collect(Collectors.toCollection(TreeSet::new));
    Map<Long, Map<String, Spend>> before = new HashMap<>();
    sets.select(
        SPEND,
        ids,
        (row, n) ->
            before
                .computeIfAbsent(row.getLong("PERSON_ID"), id -> new TreeMap<>())
                .put(
                    row.getString("CURRENCY"),
                    new Spend(row.getLong("NET_MINOR"), row.getInt("ORDERS"))));
    Set<Long> cleared = new TreeSet<>();
    List<Object[]> rows = new ArrayList<>();
    for (Person person : people) {
      Map<String, Spend> there = before.getOrDefault(person.id, new TreeMap<>());
      if (!there.equals(person.habits.spend)) {
        if (!there.isEmpty()) {
          cleared.add(person.id);
        }
        person.habits.spend.forEach(
            (currency, spend) ->
                rows.add(
                    new Object[] {
                      person.id, currency, spend.netMinor, spend.averageMinor(), spend.orders
                    }));
      }
    }
    sets.delete("delete from PP_PERSON_SPEND where PERSON_ID {keys}", cleared);
    sets.insert(ADD_SPEND, rows);
  }

  /** The row as {@link PersonRow} has it. */
  static void text(ResultSet row, Map<String, String> columns) throws SQLException {
    for (String moment : MOMENTS) {
      columns.put(moment, PersonRow.moment(Utc.instant(row, moment)));
    }
    for (String value : VALUES) {
      columns.put(value, PersonRow.text(row.getObject(value)));
    }
  }
}
