package org.postpurchase.person.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final ShopRecords shop;
  private final Clock clock;
  private final Map<String, Boolean> seen =
      Collections.synchronizedMap(
          new LinkedHashMap<String, Boolean>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > SEEN_MAX;
            }
          });

  /** A table of which the end is followed. */
  private static final class Tail {
    final String task;
    final String rows;
    final String end;

    /** How far before the place is looked at again. */
    final long again;

    final boolean timed;

    /**
     * @param rows columns ID, CUSTOMER_ID, CONTACT and OWNER_KEY with an ID over one parameter and
     *     up to the other, by ascending ID
     */
    Tail(String task, String rows, String end, long again, boolean timed) {
      this.task = "people after " + task;
      this.rows = rows;
      this.end = end;
      this.again = again;
      this.timed = timed;
    }
  }

  private static final List<Tail> TAILS =
      Arrays.asList(
          new Tail(
              "points",
              "select CHANGED_AT as ID, 0 as CUSTOMER_ID, '' as CONTACT, OWNER_KEY"
                  + " from PP_POINTS_ACCOUNT where CHANGED_AT > ? and CHANGED_AT <= ?"
                  + " order by CHANGED_AT, ACCOUNT_ID limit ?",
              "select max(CHANGED_AT) from PP_POINTS_ACCOUNT",
              10_000,
              true),
          new Tail(
              "tiers",
              "select CHANGE_ID as ID, 0 as CUSTOMER_ID, '' as CONTACT, OWNER_KEY"
                  + " from PP_TIER_CHANGE where CHANGE_ID > ? and CHANGE_ID <= ?"
                  + " order by CHANGE_ID limit ?",
              "select max(CHANGE_ID) from PP_TIER_CHANGE",
              50,
              false),
          new Tail(
              "reviews",
              "select e.EVENT_ID as ID, r.CUSTOMER_ID, r.AUTHOR_KEY as CONTACT, '' as OWNER_KEY"
                  + " from PP_REVIEW_EVENT e join PP_REVIEW r on r.REVIEW_ID = e.REVIEW_ID"
                  + " where e.EVENT_ID > ? and e.EVENT_ID <= ? order by e.EVENT_ID limit ?",
              "select max(EVENT_ID) from PP_REVIEW_EVENT",
              50,
              false),
          new Tail(
              "referrals",
              "select e.EVENT_ID as ID, a.CUSTOMER_ID, a.CONTACT, '' as OWNER_KEY"
                  + " from PP_REFERRAL_EVENT e join PP_REFERRAL r on r.REFERRAL_ID = e.REFERRAL_ID"
                  + " join PP_ADVOCATE a on a.ADVOCATE_ID = r.ADVOCATE_ID"
                  + " where e.EVENT_ID > ? and e.EVENT_ID <= ? order by e.EVENT_ID limit ?",
              "select max(EVENT_ID) from PP_REFERRAL_EVENT",
              50,
              false),
          new Tail(
              "consents",
              "select CONSENT_ID as ID, 0 as CUSTOMER_ID, CONTACT, '' as OWNER_KEY"
                  + " from PP_CONSENT where CONSENT_ID > ? and CONSENT_ID <= ?"
                  + " order by CONSENT_ID limit ?",
              "select max(CONSENT_ID) from PP_CONSENT",
              50,
              false),
          new Tail(
              "scores",
              "select ANSWER_ID as ID, CUSTOMER_ID, CONTACT, '' as OWNER_KEY"
                  + " from PP_SURVEY_ANSWER where ANSWER_ID > ? and ANSWER_ID <= ?"
                  + " order by ANSWER_ID limit ?",
              "select max(ANSWER_ID) from PP_SURVEY_ANSWER",
              50,
              false));
  private static final String ENDS =
      TAILS.stream()
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
    return jdbc.queryForList(ENDS, JdbcFactsSwitch.TASK) + " " + shop.lastAccount();
  }

  @Override
  public List<PersonRef> next(int limit) {
    Set<PersonRef> people = new LinkedHashSet<>();
    for (Tail tail : TAILS) {
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
    for (Tail tail : TAILS) {
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
