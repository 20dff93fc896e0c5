package org.postpurchase.holdout.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.holdout.Arm;
import org.postpurchase.holdout.Holdout;
import org.postpurchase.holdout.HoldoutStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_HOLDOUT, PP_HOLDOUT_PERSON and PP_HOLDOUT_ORDER. */
final class JdbcHoldoutStore implements HoldoutStore {
  private static final String ALL =
      "select SERIES_ID, TEST_NUMBER, SHARE_PERCENT, SALT, STARTED_AT, ENDED_AT from PP_HOLDOUT"
          + " order by SERIES_ID, TEST_NUMBER";
  private static final String BEGIN =
      "insert into PP_HOLDOUT (SERIES_ID, TEST_NUMBER, SHARE_PERCENT, SALT, STARTED_AT) values (?,"
          + " ?, ?, ?, ?)";
  private static final String END =
      "update PP_HOLDOUT set ENDED_AT = ? where SERIES_ID = ? and TEST_NUMBER = ? and ENDED_AT is"
          + " null";
  private static final String NOTE =
      "insert into PP_HOLDOUT_PERSON (PERSON, SERIES_ID, TEST_NUMBER, ARM, SINCE) values (?, ?, ?,"
          + " ?, ?)";
  private static final String SINCE =
      "select PERSON, SINCE from PP_HOLDOUT_PERSON where PERSON {keys}";
  private static final String MAILBOXES =
      "select ORDER_ID, MAILBOX_KEY from PP_PERSON_ORDER where ORDER_ID {keys}";
  private static final String ADD =
      "insert into PP_HOLDOUT_ORDER (ORDER_ID, PERSON, SERIES_ID, TEST_NUMBER, ARM) values (?, ?,"
          + " ?, ?, ?)";
  private static final String SIZES =
      "select p.SERIES_ID, p.TEST_NUMBER, p.ARM, p.COMPLETE, count(*) as N from (select SERIES_ID,"
          + " TEST_NUMBER, ARM, case when SINCE < ? then 1 else 0 end as COMPLETE from"
          + " PP_HOLDOUT_PERSON) p group by p.SERIES_ID, p.TEST_NUMBER, p.ARM, p.COMPLETE";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets sets;

  JdbcHoldoutStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    sets = inserts.rows();
  }

  @Override
  public List<Holdout> all() {
    return jdbc.query(
        ALL,
        (row, n) ->
            new Holdout(
                row.getLong("SERIES_ID"),
                row.getInt("TEST_NUMBER"),
                row.getInt("SHARE_PERCENT"),
                row.getString("SALT"),
                Utc.instant(row, "STARTED_AT"),
                Utc.instant(row, "ENDED_AT")));
  }

  @Override
  public boolean begin(Holdout holdout) {
    return inserts.ifAbsent(
        BEGIN,
        holdout.seriesId,
        holdout.number,
        holdout.percent,
        holdout.salt(),
        Utc.param(holdout.startedAt));
  }

  @Override
  public boolean end(Holdout holdout, Instant at) {
    return jdbc.update(END, Utc.param(at), holdout.seriesId, holdout.number) == 1;
  }

  @Override
  public void note(Collection<Holdout.Place> places) {
    List<Holdout.Place> ordered = new ArrayList<>(places);
    ordered.sort(Comparator.comparing(place -> place.person));
    List<Object[]> rows = new ArrayList<>();
    for (Holdout.Place place : ordered) {
      rows.add(
          new Object[] {
            place.person,
            place.holdout.seriesId,
            place.holdout.number,
            place.arm.name(),
            Utc.param(place.at)
          });
    }
    inserts.allIfAbsent(NOTE, rows);
  }

  @Override
  public Map<String, Instant> since(Collection<String> persons) {
    Map<String, Instant> since = new HashMap<>();
    sets.select(
        SINCE, persons, (row, n) -> since.put(row.getString("PERSON"), Utc.instant(row, "SINCE")));
    return since;
  }

  @Override
  public Map<Long, String> mailboxes(Collection<Long> orderIds) {
    Map<Long, String> mailboxes = new HashMap<>();
    sets.select(
        MAILBOXES,
        orderIds,
        (row, n) -> mailboxes.put(row.getLong("ORDER_ID"), row.getString("MAILBOX_KEY")));
    return mailboxes;
  }

  @Override
  public void addOrders(Map<Long, List<Holdout.Place>> byOrder) {
    List<Object[]> rows = new ArrayList<>();
    byOrder.forEach(
        (order, places) ->
            places.forEach(
                place ->
                    rows.add(
                        new Object[] {
                          order,
                          place.person,
                          place.holdout.seriesId,
                          place.holdout.number,
                          place.arm.name()
                        })));
    rows.sort(Comparator.comparing(row -> Arrays.toString(row)));
    inserts.allIfAbsent(ADD, rows);
  }

  @Override
  public List<GroupSize> sizes(Instant complete) {
    return jdbc.query(
        SIZES,
        (row, n) ->
            new GroupSize(
                row.getLong("SERIES_ID"),
                row.getInt("TEST_NUMBER"),
                Arm.valueOf(row.getString("ARM")),
                row.getInt("COMPLETE") == 1,
                row.getLong("N")),
        Utc.param(complete));
  }
}
