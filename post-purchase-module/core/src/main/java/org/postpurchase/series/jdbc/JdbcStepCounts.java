package org.postpurchase.series.jdbc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.series.StepCountStore;
import org.postpurchase.series.StepCounts;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts over PP_STEP_EXECUTION, PP_TOUCH_DECISION and PP_CLICK of the newest runs. */
final class JdbcStepCounts implements StepCountStore {
  private static final String NEWEST_RUNS =
      "(select ENROLLMENT_ID, STATE from PP_ENROLLMENT where SERIES_ID = ? order by ENROLLMENT_ID"
          + " desc limit "
          + NEWEST
          + ") R";
  private static final String WAITING =
      "select X.STEP_KEY, count(*) from "
          + NEWEST_RUNS
          + " join PP_STEP_EXECUTION X on X.ENROLLMENT_ID = R.ENROLLMENT_ID where R.STATE ="
          + " 'ACTIVE' and X.STATE in ('WAITING', 'SCHEDULED', 'PARKED') group by X.STEP_KEY";
  private static final String DECIDED =
      "select D.STEP_KEY, D.VERDICT, D.REASON_CODE, count(*) from "
          + NEWEST_RUNS
          + " join PP_TOUCH_DECISION D on D.ENROLLMENT_ID = R.ENROLLMENT_ID group by D.STEP_KEY,"
          + " D.VERDICT, D.REASON_CODE order by 4 desc, 3";

  private static final String CLICKED =
      "select K.STEP_KEY, count(distinct K.MESSAGE_ID) from "
          + NEWEST_RUNS
          + " join PP_CLICK K on K.ENROLLMENT_ID = R.ENROLLMENT_ID where K.VERDICT = 'COUNTED' and"
          + " K.STEP_KEY is not null group by K.STEP_KEY";

  private final JdbcTemplate jdbc;

  JdbcStepCounts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, StepCounts> of(long seriesId) {
    Map<String, Integer> waiting = new HashMap<>();
    jdbc.query(
        WAITING,
        row -> {
          waiting.put(row.getString(1), row.getInt(2));
        },
        seriesId);
    Map<String, Integer> sent = new HashMap<>();
    Map<String, Map<String, Integer>> silent = new HashMap<>();
    jdbc.query(
        DECIDED,
        row -> {
          String step = row.getString(1);
          if ("SEND".equals(row.getString(2))) {
            sent.merge(step, row.getInt(4), Integer::sum);
          } else {
            silent
                .computeIfAbsent(step, key -> new LinkedHashMap<>())
                .merge(row.getString(3), row.getInt(4), Integer::sum);
          }
        },
        seriesId);
    Map<String, Integer> clicked = new HashMap<>();
    jdbc.query(
        CLICKED,
        row -> {
          clicked.put(row.getString(1), row.getInt(2));
        },
        seriesId);
    Set<String> keys = new TreeSet<>(waiting.keySet());
    keys.addAll(sent.keySet());
    keys.addAll(silent.keySet());
    Map<String, StepCounts> counts = new HashMap<>();
    for (String key : keys) {
      counts.put(
          key,
          new StepCounts(
              waiting.getOrDefault(key, 0),
              sent.getOrDefault(key, 0),
              clicked.getOrDefault(key, 0),
              silent.getOrDefault(key, new LinkedHashMap<>())));
    }
    return counts;
  }
}
