package org.postpurchase.splittest.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.splittest.Goal;
import org.postpurchase.splittest.SplitTest;
import org.postpurchase.splittest.SplitTestStore;
import org.postpurchase.splittest.SplitTests;
import org.postpurchase.splittest.Wording;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_SPLIT_TEST, PP_SPLIT_TEXT, PP_SPLIT_PERSON and PP_SPLIT_ORDER. */
final class JdbcSplitTestStore implements SplitTestStore {
  private static final String ALL =
      "select t.SALT, t.SERIES_ID, t.STEP_KEY, t.TEST_NUMBER, t.GOAL, t.STARTED_AT, t.ENDED_AT,"
          + " t.WINNER, t.LAST_VERSION, x.ARM, x.TEMPLATE_KEY, x.LOCALE_CODE, x.TEMPLATE_VERSION"
          + " from PP_SPLIT_TEST t join PP_SPLIT_TEXT x on x.SALT = t.SALT order by t.SERIES_ID,"
          + " t.STEP_KEY, t.TEST_NUMBER desc";
  private static final String BEGIN =
      "insert into PP_SPLIT_TEST (SALT, SERIES_ID, STEP_KEY, TEST_NUMBER, GOAL, STARTED_AT) values"
          + " (?, ?, ?, ?, ?, ?)";
  private static final String TEXT =
      "insert into PP_SPLIT_TEXT (SALT, ARM, LOCALE_CODE, TEMPLATE_KEY, TEMPLATE_VERSION) values"
          + " (?, ?, ?, ?, ?)";
  private static final String END =
      "update PP_SPLIT_TEST set ENDED_AT = ?, WINNER = ?, LAST_VERSION = ? where SALT = ? and"
          + " ENDED_AT is null";
  private static final String NOTE =
      "insert into PP_SPLIT_PERSON (PERSON, SALT, ARM, ENROLLMENT_ID, SINCE, COUNTS_UNTIL) values"
          + " (?, ?, ?, ?, ?, ?)";
  private static final String SINCE =
      "select PERSON, SINCE from PP_SPLIT_PERSON where PERSON {keys}";
  private static final String ADD = "insert into PP_SPLIT_ORDER (ORDER_ID, PERSON) values (?, ?)";
  private static final String NOTED =
      "select ARM, count(*) as N from PP_SPLIT_PERSON where SALT = ? group by ARM";
  private static final String NOTED_BEFORE =
      "select ARM, count(*) as N from PP_SPLIT_PERSON where SALT = ? and SINCE < ? group by ARM";
  private static final String CLICKED =
      "select p.ARM, count(distinct p.PERSON) as N from PP_SPLIT_PERSON p join PP_CLICK c on"
          + " c.ENROLLMENT_ID = p.ENROLLMENT_ID where p.SALT = ? and p.SINCE < ? and c.STEP_KEY = ?"
          + " and c.VERDICT = 'COUNTED' and c.CLICKED_AT < p.COUNTS_UNTIL group by p.ARM";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets sets;

  JdbcSplitTestStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    sets = inserts.rows();
  }

  @Override
  public List<SplitTest> all() {
    Map<String, Told> told = new LinkedHashMap<>();
    jdbc.query(
        ALL,
        row -> {
          String salt = row.getString("SALT");
          if (!told.containsKey(salt)) {
            told.put(salt, new Told(row));
          }
          told.get(salt).add(row);
        });
    return told.values().stream().map(Told::test).collect(Collectors.toList());
  }

  /** A test as its rows tell it, one for each language of each arm. */
  private static final class Told {
    private final SplitTest.Step step;
    private final Goal goal;
    private final String salt;
    private final Instant startedAt;
    private final Optional<SplitTest.End> end;
    private final Map<Integer, String> templates = new TreeMap<>();
    private final Map<Integer, Map<String, Integer>> versions = new TreeMap<>();

    Told(ResultSet row) throws SQLException {
      step =
          new SplitTest.Step(
              row.getLong("SERIES_ID"), row.getString("STEP_KEY"), row.getInt("TEST_NUMBER"));
      goal = Goal.valueOf(row.getString("GOAL"));
      salt = row.getString("SALT");
      startedAt = Utc.instant(row, "STARTED_AT");
      Instant ended = Utc.instant(row, "ENDED_AT");
      end =
          ended == null
              ? Optional.empty()
              : Optional.of(
                  new SplitTest.End(ended, row.getInt("WINNER"), row.getInt("LAST_VERSION")));
    }

    void add(ResultSet row) throws SQLException {
      int arm = row.getInt("ARM");
      templates.put(arm, row.getString("TEMPLATE_KEY"));
      versions
          .computeIfAbsent(arm, number -> new TreeMap<>())
          .put(row.getString("LOCALE_CODE"), row.getInt("TEMPLATE_VERSION"));
    }

    SplitTest test() {
      List<Wording> arms = new ArrayList<>();
      templates.forEach((arm, key) -> arms.add(new Wording(key, versions.get(arm))));
      return new SplitTest(step, arms, goal, salt, startedAt, end);
    }
  }

  @Override
  public boolean begin(SplitTest test) {
    boolean begun =
        inserts.ifAbsent(
            BEGIN,
            test.salt(),
            test.step.seriesId,
            test.step.key,
            test.step.number,
            test.goal.name(),
            Utc.param(test.startedAt));
    if (begun) {
      List<Object[]> rows = new ArrayList<>();
      for (int i = 0; i < test.arms.size(); i++) {
        Wording arm = test.arms.get(i);
        int number = i + 1;
        arm.versions.forEach(
            (locale, version) ->
                rows.add(new Object[] {test.salt(), number, locale, arm.templateKey, version}));
      }
      inserts.allIfAbsent(TEXT, rows);
    }
    return begun;
  }

  @Override
  public boolean end(SplitTest test, SplitTest.End end) {
    return jdbc.update(END, Utc.param(end.at), end.winner, end.version, test.salt()) == 1;
  }

  @Override
  public void note(Collection<SplitTests.Noted> noted) {
    List<SplitTests.Noted> ordered = new ArrayList<>(noted);
    ordered.sort(Comparator.comparing(each -> each.place.person));
    List<Object[]> rows = new ArrayList<>();
    for (SplitTests.Noted each : ordered) {
      rows.add(
          new Object[] {
            each.place.person,
            each.place.test.salt(),
            each.place.arm,
            each.enrollmentId,
            Utc.param(each.at),
            Utc.param(each.at.plus(each.place.test.goal.window))
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
  public void addOrders(Map<Long, List<String>> byOrder) {
    List<Object[]> rows = new ArrayList<>();
    new TreeMap<>(byOrder)
        .forEach(
            (order, persons) ->
                persons.stream()
                    .sorted()
                    .forEach(person -> rows.add(new Object[] {order, person})));
    inserts.allIfAbsent(ADD, rows);
  }

  @Override
  public Map<Integer, Long> noted(SplitTest test) {
    return byArm(NOTED, test.salt());
  }

  @Override
  public Map<Integer, Long> noted(SplitTest test, Instant before) {
    return byArm(NOTED_BEFORE, test.salt(), Utc.param(before));
  }

  @Override
  public Map<Integer, Long> clicked(SplitTest test, Instant before) {
    return byArm(CLICKED, test.salt(), Utc.param(before), test.step.key);
  }

  private Map<Integer, Long> byArm(String select, Object... args) {
    Map<Integer, Long> byArm = new TreeMap<>();
    jdbc.query(
        select,
        row -> {
          byArm.put(row.getInt("ARM"), row.getLong("N"));
        },
        args);
    return byArm;
  }
}
