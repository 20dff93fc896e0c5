package org.postpurchase.interest.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.interest.InterestStore;
import org.postpurchase.interest.Look;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of PP_INTEREST: products, and beside each of them its categories. */
final class JdbcInterestStore implements InterestStore {
  private static final String PRODUCT = "P";
  private static final String CATEGORY = "C";

  /** The count first: MariaDB and MySQL assign from left to right. */
  private static final String AGAIN =
      "update PP_INTEREST set TIMES = TIMES + case when LAST_AT <= ? then 1 else 0 end,"
          + " LAST_AT = case when LAST_AT < ? then ? else LAST_AT end,"
          + " CUSTOMER_ID = case when ? > 0 then ? else CUSTOMER_ID end"
          + " where MAILBOX_KEY = ? and KIND = ? and GOODS_ID = ?";

  private static final String FIRST =
      "insert into PP_INTEREST (MAILBOX_KEY, KIND, GOODS_ID, CUSTOMER_ID, TIMES, FIRST_AT, LAST_AT)"
          + " values (?, ?, ?, ?, 1, ?, ?)";
  private static final String LOOKS =
      "select INTEREST_ID, MAILBOX_KEY, CUSTOMER_ID, GOODS_ID, LAST_AT from PP_INTEREST";
  private static final String LAST_SEEN =
      LOOKS
          + " where LAST_AT > ? and LAST_AT <= ? and KIND = 'P' and TIMES >= ?"
          + " order by LAST_AT, INTEREST_ID limit ?";
  private static final String FIRST_SEEN =
      "select min(LAST_AT) as FIRST_SEEN from PP_INTEREST"
          + " where LAST_AT > ? and KIND = 'P' and TIMES >= ?";
  private static final String OLD =
      "select INTEREST_ID, MAILBOX_KEY from PP_INTEREST where LAST_AT < ?"
          + " order by LAST_AT, INTEREST_ID limit ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcInterestStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void saw(
      String mailbox,
      long customerId,
      long productId,
      Set<Long> categories,
      Instant now,
      Duration apart) {
    saw(mailbox, customerId, PRODUCT, productId, now, apart);
    for (Long category : new TreeSet<>(categories)) {
      saw(mailbox, customerId, CATEGORY, category, now, apart);
    }
  }

  private void saw(
      String mailbox, long customerId, String kind, long goods, Instant now, Duration apart) {
    int known =
        jdbc.update(
            AGAIN,
            Utc.param(now.minus(apart)),
            Utc.param(now),
            Utc.param(now),
            customerId,
            customerId,
            mailbox,
            kind,
            goods);
    if (known == 0) {
      inserts.ifAbsent(FIRST, mailbox, kind, goods, customerId, Utc.param(now), Utc.param(now));
    }
  }

  @Override
  public int products(String mailbox) {
    return jdbc.queryForObject(
        "select count(*) from PP_INTEREST where MAILBOX_KEY = ? and KIND = 'P'",
        Integer.class,
        mailbox);
  }

  @Override
  public boolean has(String mailbox, long productId) {
    return jdbc.queryForObject(
            "select count(*) from PP_INTEREST where MAILBOX_KEY = ? and KIND = 'P'"
                + " and GOODS_ID = ?",
            Integer.class,
            mailbox,
            productId)
        > 0;
  }

  @Override
  public int forget(String mailbox) {
    return jdbc.update("delete from PP_INTEREST where MAILBOX_KEY = ?", mailbox);
  }

  @Override
  public List<Look> lastSeen(Instant after, Instant until, int times, int most) {
    return jdbc.query(
        LAST_SEEN, (row, n) -> look(row), Utc.param(after), Utc.param(until), times, most);
  }

  private static Look look(ResultSet row) throws SQLException {
    return new Look(
        row.getLong("INTEREST_ID"),
        row.getString("MAILBOX_KEY"),
        row.getLong("CUSTOMER_ID"),
        row.getLong("GOODS_ID"),
        Utc.instant(row, "LAST_AT"));
  }

  @Override
  public Optional<Instant> firstSeen(Instant after, int times) {
    return jdbc.query(
            FIRST_SEEN,
            (row, n) -> Optional.ofNullable(Utc.instant(row, "FIRST_SEEN")),
            Utc.param(after),
            times)
        .get(0);
  }

  @Override
  public Map<Long, Look> find(Collection<Long> ids) {
    Map<Long, Look> found = new HashMap<>();
    inserts
        .rows()
        .select(
            LOOKS + " where INTEREST_ID {keys}",
            ids,
            (row, n) -> found.put(row.getLong("INTEREST_ID"), look(row)));
    return found;
  }

  @Override
  public Set<String> forgetBefore(Instant before, int most) {
    Set<String> whose = new TreeSet<>();
    Set<Long> ids = new TreeSet<>();
    jdbc.query(
        OLD,
        row -> {
          ids.add(row.getLong("INTEREST_ID"));
          whose.add(row.getString("MAILBOX_KEY"));
        },
        Utc.param(before),
        most);
    inserts.rows().delete("delete from PP_INTEREST where INTEREST_ID {keys}", ids);
    return whose;
  }
}
