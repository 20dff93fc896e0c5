package org.postpurchase.person.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postpurchase.person.Account;
import org.postpurchase.person.Buy;
import org.postpurchase.person.LockedPeople;
import org.postpurchase.person.Person;
import org.postpurchase.person.PersonRef;
import org.postpurchase.person.PersonStore;
import org.postpurchase.person.Spend;
import org.postpurchase.person.Standing;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/** People in PP_PERSON, their orders in PP_PERSON_BUY and PP_PERSON_GOODS. */
final class JdbcPersonStore implements PersonStore {
  private static final String BUYS =
      "select ORDER_ID, PERSON_ID, CUSTOMER_ID, MAILBOX_KEY, PLACED_AT, STATE, CURRENCY, NET_MINOR,"
          + " UNITS, RETURNED_UNITS, SALE_UNITS, LOCALE_CODE, COUNTRY_CODE from PP_PERSON_BUY";
  private static final String REFS =
      "select PERSON_ID, CUSTOMER_ID, MAILBOX_KEY from PP_PERSON where PERSON_ID {keys}";
  private static final String GOODS =
      "select distinct PERSON_ID, KIND, GOODS_ID from PP_PERSON_GOODS where PERSON_ID {keys}";
  private static final String BY_KEY = "select PERSON_ID from PP_PERSON where PERSON_KEY = ?";
  private static final String BY_MAILBOX =
      "select PERSON_ID from PP_PERSON where MAILBOX_KEY = ?"
          + " order by case when CUSTOMER_ID = 0 then 1 else 0 end, CUSTOMER_ID limit 1";
  private static final String SPEND_OF =
      "select CURRENCY, NET_MINOR, ORDERS from PP_PERSON_SPEND where PERSON_ID = ?"
          + " order by CURRENCY";
  private static final String NOTE =
      "insert into PP_PERSON_DIFFERENCE (PERSON_KEY, FIELD, WAS, SHOULD_BE, FOUND_AT)"
          + " values (?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final RowSets sets;
  private final SqlDialect dialect;
  private final PersonLocks locks;
  private final PersonWrites writes;

  JdbcPersonStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.sets = inserts.rows();
    this.dialect = inserts.dialect();
    this.locks = new PersonLocks(jdbc, inserts);
    this.writes = new PersonWrites(sets);
  }

  static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static Buy.Builder buy(ResultSet row) throws SQLException {
    return new Buy.Builder(row.getLong("ORDER_ID"))
        .by(row.getLong("CUSTOMER_ID"), Columns.text(row, "MAILBOX_KEY"))
        .placed(Utc.instant(row, "PLACED_AT"))
        .cancelled("CANCELLED".equals(row.getString("STATE")))
        .money(row.getString("CURRENCY"), row.getLong("NET_MINOR"))
        .units(row.getInt("UNITS"), row.getInt("RETURNED_UNITS"), row.getInt("SALE_UNITS"))
        .reader(Columns.text(row, "LOCALE_CODE"), Columns.text(row, "COUNTRY_CODE"));
  }

  @Override
  public LockedPeople lock(Collection<PersonRef> people, Map<Long, Account> accounts) {
    return locks.lock(people, accounts, Utc.param(Instant.EPOCH));
  }

  @Override
  public void keep(Collection<Buy> buys, Map<Long, Long> personIds) {
    writes.keep(buys, personIds);
  }

  @Override
  public Map<Long, List<Buy>> buysOf(Collection<Long> personIds) {
    Map<Long, List<Buy>> all = new HashMap<>();
    sets.select(
        BUYS + " where PERSON_ID {keys}",
        personIds,
        (row, n) ->
            all.computeIfAbsent(row.getLong("PERSON_ID"), id -> new ArrayList<>())
                .add(buy(row).build()));
    return all;
  }

  @Override
  public Map<Long, Person.Goods> goodsOf(Collection<Long> personIds) {
    Map<Long, Person.Goods> all = new HashMap<>();
    sets.select(
        GOODS,
        personIds,
        (row, n) -> {
          Person.Goods goods =
              all.computeIfAbsent(row.getLong("PERSON_ID"), id -> new Person.Goods());
          long id = row.getLong("GOODS_ID");
          return "P".equals(row.getString("KIND"))
              ? goods.products.add(id)
              : goods.categories.add(id);
        });
    return all;
  }

  @Override
  public Map<Long, Standing> standings(Map<Long, PersonRef> people) {
    return new StandingReads(jdbc, dialect).of(people);
  }

  @Override
  public void write(Collection<Person> people, Instant now) {
    writes.write(people, now);
  }

  @Override
  public Map<String, String> rowOf(long personId) {
    Map<String, String> row = new LinkedHashMap<>();
    RowCallbackHandler columns = found -> PersonWrites.text(found, row);
    jdbc.query("select * from PP_PERSON where PERSON_ID = ?", columns, personId);
    RowMapper<Object> spend =
        (found, n) ->
            row.put(
                "SPEND " + found.getString("CURRENCY"),
                new Spend(found.getLong("NET_MINOR"), found.getInt("ORDERS")).toString());
    jdbc.query(SPEND_OF, spend, personId);
    return row;
  }

  @Override
  public Optional<Long> find(PersonRef person) {
    if (person.customerId > 0) {
      Optional<Long> customer =
          jdbc.queryForList(BY_KEY, Long.class, PersonLocks.key(person)).stream().findFirst();
      if (customer.isPresent() || person.mailbox.isEmpty()) {
        return customer;
      }
    }
    return jdbc.queryForList(BY_MAILBOX, Long.class, person.mailbox).stream().findFirst();
  }

  @Override
  public Map<Long, PersonRef> refs(Collection<Long> personIds) {
    Map<Long, PersonRef> refs = new TreeMap<>();
    sets.select(
        REFS,
        new TreeSet<>(personIds),
        (row, n) ->
            refs.put(
                row.getLong("PERSON_ID"),
                PersonRef.of(row.getLong("CUSTOMER_ID"), Columns.text(row, "MAILBOX_KEY"))));
    return refs;
  }

  @Override
  public List<Long> after(long personId, int limit) {
    return jdbc.queryForList(
        "select PERSON_ID from PP_PERSON where PERSON_ID > ? order by PERSON_ID limit " + limit,
        Long.class,
        personId);
  }

  @Override
  public List<Long> changedSince(Instant moment, long after, int limit) {
    return jdbc.queryForList(
        "select PERSON_ID from PP_PERSON where CHANGED_AT >= ? and PERSON_ID > ?"
            + " order by PERSON_ID limit "
            + limit,
        Long.class,
        Utc.param(moment),
        after);
  }

  @Override
  public long count() {
    return jdbc.queryForObject("select count(*) from PP_PERSON", Long.class);
  }

  @Override
  public long highestId() {
    Long highest = jdbc.queryForObject("select max(PERSON_ID) from PP_PERSON", Long.class);
    return highest == null ? 0 : highest;
  }

  @Override
  public void note(PersonRef person, Map<String, String[]> differences, Instant now) {
    List<Object[]> rows = new ArrayList<>();
    differences.forEach(
        (field, values) ->
            rows.add(
                new Object[] {
                  PersonLocks.key(person),
                  field,
                  orNull(values[0]),
                  orNull(values[1]),
                  Utc.param(now)
                }));
    sets.insert(NOTE, rows);
  }

  @Override
  public int differencesSince(Instant moment) {
    return jdbc.queryForObject(
        "select count(*) from PP_PERSON_DIFFERENCE where FOUND_AT >= ?",
        Integer.class,
        Utc.param(moment));
  }
}
