package org.postpurchase.occasion.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postpurchase.occasion.DueOccasion;
import org.postpurchase.occasion.DueOccasions;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code PP_DUE_OCCASION}. */
final class JdbcDueOccasions implements DueOccasions {
  private static final String COLUMNS =
      "OCCASION_KEY, TRIGGER_KEY, CONTACT, EMAIL, FIRST_NAME, LOCALE_CODE, CUSTOMER_ID, SUBJECT,"
          + " ORDER_ID, DUE_AT";
  private static final String INSERT =
      "insert into PP_DUE_OCCASION (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String CHANGE =
      "update PP_DUE_OCCASION set CONTACT = ?, EMAIL = ?, FIRST_NAME = ?, LOCALE_CODE = ?, SUBJECT"
          + " = ?, ORDER_ID = ?, DUE_AT = ? where OCCASION_KEY = ?";
  private static final String SELECT =
      "select " + COLUMNS + ", TOLD_AT from PP_DUE_OCCASION where ";
  private static final String ADVANCE =
      "update PP_DUE_OCCASION set DUE_AT = ?, TOLD_AT = ? where OCCASION_KEY = ?";
  private static final String NEXT =
      "select min(DUE_AT) DUE_AT from PP_DUE_OCCASION where DUE_AT > ?";
  private static final String FIRST_DUE =
      SELECT + "DUE_AT <= ? order by DUE_AT, OCCASION_KEY limit ?";
  private static final String NEXT_DUE =
      SELECT
          + "DUE_AT <= ? and (DUE_AT > ? or (DUE_AT = ? and OCCASION_KEY > ?))"
          + " order by DUE_AT, OCCASION_KEY limit ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final String claim;

  JdbcDueOccasions(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    claim =
        SELECT
            + "OCCASION_KEY {keys} and DUE_AT <= ? order by OCCASION_KEY"
            + (inserts.dialect().canSkipLocked() ? " for update skip locked" : "");
  }

  @Override
  public void put(Collection<DueOccasion> rows) {
    TreeMap<String, DueOccasion> byKey = new TreeMap<>();
    rows.forEach(row -> byKey.put(row.key, row));
    if (byKey.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    find(byKey.keySet()).forEach(row -> known.add(row.key));
    List<Object[]> missing = new ArrayList<>();
    List<Object[]> changed = new ArrayList<>();
    for (DueOccasion row : byKey.values()) {
      DueOccasion.Person who = row.person;
      if (known.contains(row.key)) {
        changed.add(
            new Object[] {
              none(who.contact),
              none(who.email),
              none(who.firstName),
              none(who.localeCode),
              row.subject,
              row.orderId,
              Utc.param(row.dueAt),
              row.key
            });
      } else {
        missing.add(
            new Object[] {
              row.key,
              row.trigger,
              none(who.contact),
              none(who.email),
              none(who.firstName),
              none(who.localeCode),
              who.customerId,
              row.subject,
              row.orderId,
              Utc.param(row.dueAt)
            });
      }
    }
    inserts.allOrKeep(INSERT, missing);
    if (!changed.isEmpty()) {
      jdbc.batchUpdate(CHANGE, changed);
    }
  }

  private static String none(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public List<DueOccasion> ofOrders(String trigger, Collection<Long> orderIds) {
    return inserts
        .rows()
        .select(
            SELECT + "ORDER_ID {keys} and TRIGGER_KEY = ?",
            new TreeSet<>(orderIds),
            (row, n) -> occasion(row),
            trigger);
  }

  @Override
  public List<DueOccasion> ofContacts(String trigger, Collection<String> contacts) {
    return inserts
        .rows()
        .select(
            SELECT + "CONTACT {keys} and TRIGGER_KEY = ?",
            new TreeSet<>(contacts),
            (row, n) -> occasion(row),
            trigger);
  }

  @Override
  public void remove(Collection<String> keys) {
    if (!keys.isEmpty()) {
      List<Object[]> rows = new ArrayList<>();
      new TreeSet<>(keys).forEach(key -> rows.add(new Object[] {key}));
      jdbc.batchUpdate("delete from PP_DUE_OCCASION where OCCASION_KEY = ?", rows);
    }
  }

  @Override
  public List<DueOccasion> find(Collection<String> keys) {
    return inserts
        .rows()
        .select(SELECT + "OCCASION_KEY {keys}", new TreeSet<>(keys), (row, n) -> occasion(row));
  }

  @Override
  public List<DueOccasion> due(Instant now, DueOccasion after, int most) {
    if (after == null) {
      return jdbc.query(FIRST_DUE, (row, n) -> occasion(row), Utc.param(now), most);
    }
    return jdbc.query(
        NEXT_DUE,
        (row, n) -> occasion(row),
        Utc.param(now),
        Utc.param(after.dueAt),
        Utc.param(after.dueAt),
        after.key,
        most);
  }

  @Override
  public List<DueOccasion> claim(Collection<String> keys, Instant now) {
    List<DueOccasion> found =
        inserts
            .rows()
            .select(claim, new TreeSet<>(keys), (row, n) -> occasion(row), Utc.param(now));
    if (inserts.dialect().canSkipLocked() || found.isEmpty()) {
      return found;
    }
    List<DueOccasion> mine = new ArrayList<>();
    for (DueOccasion row : found) { // a compare-and-set, which waits for whoever has it
      int taken =
          jdbc.update(
              "update PP_DUE_OCCASION set SUBJECT = SUBJECT where OCCASION_KEY = ? and DUE_AT = ?",
              row.key,
              Utc.param(row.dueAt));
      if (taken == 1) {
        mine.add(row);
      }
    }
    return mine;
  }

  @Override
  public void advance(Collection<DueOccasion> rows) {
    List<Object[]> all = new ArrayList<>();
    rows.stream()
        .sorted((a, b) -> a.key.compareTo(b.key))
        .forEach(
            row -> all.add(new Object[] {Utc.param(row.dueAt), Utc.param(row.toldAt), row.key}));
    if (!all.isEmpty()) {
      jdbc.batchUpdate(ADVANCE, all);
    }
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant moment) {
    return Optional.ofNullable(
        jdbc.query(NEXT, row -> row.next() ? Utc.instant(row, "DUE_AT") : null, Utc.param(moment)));
  }

  @Override
  public Optional<Instant> mark(String name) {
    return find(Collections.singleton(markKey(name))).stream()
        .findFirst()
        .map(row -> Instant.ofEpochMilli(Long.parseLong(row.subject)));
  }

  @Override
  public boolean moveMark(String name, Optional<Instant> from, Instant to) {
    String subject = String.valueOf(to.toEpochMilli());
    if (!from.isPresent()) {
      return inserts.ifAbsent(
          INSERT, markKey(name), name, null, null, null, null, 0L, subject, 0L, null);
    }
    return jdbc.update(
            "update PP_DUE_OCCASION set SUBJECT = ? where OCCASION_KEY = ? and SUBJECT = ?",
            subject,
            markKey(name),
            String.valueOf(from.get().toEpochMilli()))
        == 1;
  }

  private static String markKey(String name) {
    return name + "|mark";
  }

  private static DueOccasion.Person customer(long id, String email) {
    return email.isEmpty()
        ? DueOccasion.Person.customer(id)
        : DueOccasion.Person.customer(id, email);
  }

  private static DueOccasion occasion(ResultSet row) throws SQLException {
    long customerId = row.getLong("CUSTOMER_ID");
    DueOccasion.Person person =
        customerId > 0
            ? customer(customerId, Columns.text(row, "EMAIL"))
            : DueOccasion.Person.guest(
                Columns.text(row, "EMAIL"),
                Columns.text(row, "FIRST_NAME"),
                Columns.text(row, "LOCALE_CODE"));
    return DueOccasion.of(row.getString("TRIGGER_KEY"), person, "", Utc.instant(row, "DUE_AT"))
        .about(Columns.text(row, "SUBJECT"))
        .from(row.getLong("ORDER_ID"))
        .stored(row.getString("OCCASION_KEY"), Utc.instant(row, "TOLD_AT"));
  }
}
