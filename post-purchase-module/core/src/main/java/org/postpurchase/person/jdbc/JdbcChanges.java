package org.postpurchase.person.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.person.Changes;
import org.postpurchase.person.PersonRef;
import org.postpurchase.person.ShopRecords;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Follows the ends of other features' tables by their ids or, for accounts of points, the moment of
 * their last change. The place in each is a row of PP_TASK_PROGRESS.
 *
 * <p>A row can become visible after one with a higher id. So the last ones before the place are
 * looked at again each time, and those that this node has seen are left out.
 */
final class JdbcChanges implements Changes {
  private static final String CUSTOMER = "customer:";
  private static final int SEEN_MAX = 20_000;
  private static final int AGAIN_MAX = 500;

  private static final int ACCOUNTS_AGAIN = 200;
  private static final String ACCOUNTS = "people after accounts";

  private static final String PLACE = "select REACHED_ID from PP_TASK_PROGRESS where TASK = ?";
  private static final String BEGIN =
      "insert into PP_TASK_PROGRESS (TASK, REACHED_ID, CHANGED_AT) values (?, ?, ?)";
  private static final String REACH =
      "update PP_TASK_PROGRESS set REACHED_ID = ?, CHANGED_AT = ? where TASK = ?";

  private static final Duration ACCOUNTS_EVERY = Duration.ofMinutes(1);

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final ShopRecords shop;
  private final Clock clock;
  private volatile long lastAccount;
  private volatile Instant accountsAt = Instant.EPOCH;
  private final Map<String, Boolean> seen =
      Collections.synchronizedMap(
          new LinkedHashMap<String, Boolean>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > SEEN_MAX;
            }
          });

  private static final String ENDS =
      Tail.ALL.stream()
          .map(tail -> "(" + tail.end + ") as " + tail.task.replace("people after ", "E_"))
          .collect(Collectors.joining(", ", "select ", " from PP_TASK_PROGRESS where TASK = ?"));

  JdbcChanges(JdbcTemplate jdbc, Inserts inserts, ShopRecords shop, Clock clock) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.shop = shop;
    this.clock = clock;
  }

  @Override
  public String ends() {
    Instant now = clock.instant();
    if (!now.isBefore(accountsAt.plus(ACCOUNTS_EVERY)) || now.isBefore(accountsAt)) {
      lastAccount = shop.lastAccount();
      accountsAt = now;
    }
    return jdbc.queryForList(ENDS, JdbcFactsSwitch.TASK) + " " + lastAccount;
  }

  @Override
  public List<PersonRef> next(int limit) {
    Set<PersonRef> people = new LinkedHashSet<>();
    for (Tail tail : Tail.ALL) {
      follow(tail, limit, people);
    }
    accounts(limit, people);
    return new ArrayList<>(people);
  }

  private void follow(Tail tail, int limit, Set<PersonRef> people) {
    List<Long> places = jdbc.queryForList(PLACE, Long.class, tail.task);
    if (places.isEmpty()) { // a table that an older version did not follow
      begin(tail.task, end(tail));
      return;
    }
    long place = places.get(0);
    rows(tail, place - tail.again, place, AGAIN_MAX, people);
    long reached = rows(tail, place, Long.MAX_VALUE, limit, people);
    if (reached > place) {
      reach(tail.task, reached);
    }
  }

  @Override
  public void begin() {
    for (Tail tail : Tail.ALL) {
      begin(tail.task, end(tail));
    }
    begin(ACCOUNTS, shop.lastAccount());
  }

  /** Accounts that were opened; ids are given out in blocks, so some come late. */
  private void accounts(int limit, Set<PersonRef> people) {
    List<Long> places = jdbc.queryForList(PLACE, Long.class, ACCOUNTS);
    if (places.isEmpty()) {
      begin(ACCOUNTS, shop.lastAccount());
      return;
    }
    long place = places.get(0);
    List<Long> ids =
        shop.accountsAfter(Math.max(0, place - ACCOUNTS_AGAIN), limit + ACCOUNTS_AGAIN);
    for (long id : ids) {
      if (seen.put(ACCOUNTS + id, true) == null) {
        people.add(PersonRef.ofCustomer(id));
      }
    }
    if (!ids.isEmpty() && ids.get(ids.size() - 1) > place) {
      reach(ACCOUNTS, ids.get(ids.size() - 1));
    }
  }

  private long rows(Tail tail, long after, long upTo, int limit, Set<PersonRef> people) {
    long[] reached = {after};
    jdbc.query(
        tail.rows,
        row -> {
          long id = id(tail, row);
          reached[0] = Math.max(reached[0], id);
          String owner = Columns.text(row, "OWNER_KEY");
          long customer =
              owner.startsWith(CUSTOMER)
                  ? Long.parseLong(owner.substring(CUSTOMER.length()))
                  : row.getLong("CUSTOMER_ID");
          String contact = Columns.text(row, "CONTACT");
          if ((customer > 0 || !contact.isEmpty())
              && seen.put(tail.task + id + owner + contact, true) == null) {
            people.add(PersonRef.of(customer, contact));
          }
        },
        place(tail, after),
        place(tail, upTo),
        limit);
    return reached[0];
  }

  private static Object place(Tail tail, long at) {
    return tail.timed ? Utc.param(moment(at)) : (Object) at;
  }

  private static Instant moment(long millis) {
    long latest = Instant.parse("2999-01-01T00:00:00Z").toEpochMilli();
    return Instant.ofEpochMilli(Math.max(0, Math.min(latest, millis)));
  }

  private static long id(Tail tail, ResultSet row) throws SQLException {
    return tail.timed ? Utc.instant(row, "ID").toEpochMilli() : row.getLong("ID");
  }

  private long end(Tail tail) {
    if (!tail.timed) {
      Long end = jdbc.queryForObject(tail.end, Long.class);
      return end == null ? 0 : end;
    }
    return clock.millis();
  }

  private void begin(String task, long place) {
    inserts.orKeep(BEGIN, task, place, Utc.param(clock.instant()));
  }

  private void reach(String task, long place) {
    jdbc.update(REACH, place, Utc.param(clock.instant()), task);
  }

  @Override
  public long keptOrders() {
    return jdbc.queryForObject("select count(*) from PP_PERSON_BUY", Long.class);
  }
}
