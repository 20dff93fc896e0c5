package org.postpurchase.analytics.jdbc;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.analytics.Figure;
import org.postpurchase.analytics.FigureStore;
import org.postpurchase.analytics.Period;
import org.postpurchase.analytics.Work;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ranges of time are read by indexes that begin with the time. */
final class JdbcFigures implements FigureStore {
  private static final int STEPS_MAX = 100;
  private static final String MESSAGES =
      "select STATE, count(*) from PP_MESSAGE where QUEUED_AT >= ? and QUEUED_AT < ?"
          + " and TOUCH <> 'case-alert' group by STATE";
  private static final String SUPPRESSED =
      "select SCOPE, count(*) from PP_SUPPRESSION where SUPPRESSED_AT >= ? and SUPPRESSED_AT < ?"
          + " group by SCOPE";
  private static final String POINTS =
      "select case when VERB = 'ADJUST' and POINTS < 0 then 'TAKEN' else VERB end as DONE,"
          + " sum(POINTS) as N from PP_POINTS_POSTING where POSTED_AT >= ? and POSTED_AT < ?"
          + " group by case when VERB = 'ADJUST' and POINTS < 0 then 'TAKEN' else VERB end";
  private static final String REFERRALS =
      "select STATE, count(*) from PP_REFERRAL where CLAIMED_AT >= ? and CLAIMED_AT < ?"
          + " group by STATE";
  private static final String REVIEWS =
      "select count(*) as N, coalesce(sum(STARS), 0) as STARS from PP_REVIEW"
          + " where STATE = 'PUBLISHED' and PUBLISHED_AT >= ? and PUBLISHED_AT < ?";
  private static final String CASES =
      "select count(*) from PP_CASE where OPENED_AT >= ? and OPENED_AT < ?";
  private static final String STEPS =
      "select x.SERIES_ID, s.NAME, x.STEP_KEY, t.NAME as STEP_NAME, x.N from (select e.SERIES_ID,"
          + " m.STEP_KEY, count(*) as N from PP_MESSAGE m join PP_ENROLLMENT e"
          + " on e.ENROLLMENT_ID = m.ENROLLMENT_ID where m.QUEUED_AT >= ? and m.QUEUED_AT < ?"
          + " and m.STATE = 'SENT' group by e.SERIES_ID, m.STEP_KEY) x"
          + " left join PP_SERIES s on s.SERIES_ID = x.SERIES_ID left join PP_SERIES_STEP t"
          + " on t.SERIES_ID = x.SERIES_ID and t.STEP_KEY = x.STEP_KEY"
          + " order by x.N desc, x.SERIES_ID, x.STEP_KEY limit "
          + STEPS_MAX;

  private static final String CLICKED =
      "select SERIES_ID, STEP_KEY, count(distinct MESSAGE_ID) as N from PP_CLICK where CLICKED_AT >="
          + " ? and CLICKED_AT < ? and VERDICT = 'COUNTED' group by SERIES_ID, STEP_KEY";

  private final JdbcTemplate jdbc;
  private final WaitingWork work;

  JdbcFigures(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.work = new WaitingWork(jdbc);
  }

  @Override
  public Map<Figure, Long> figures(Period period) {
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    Map<String, Long> messages = counts(MESSAGES, period);
    figures.put(Figure.SENT, of(messages, "SENT"));
    figures.put(Figure.FAILED, of(messages, "FAILED"));
    figures.put(Figure.UNCERTAIN, of(messages, "UNCERTAIN"));
    Map<String, Long> suppressed = counts(SUPPRESSED, period);
    figures.put(Figure.UNSUBSCRIBED, of(suppressed, "MARKETING"));
    figures.put(Figure.BLOCKED_ADDRESSES, of(suppressed, "ALL"));
    Map<String, Long> points = counts(POINTS, period);
    figures.put(Figure.POINTS_ISSUED, of(points, "EARN") + of(points, "ADJUST"));
    figures.put(Figure.POINTS_SPENT, of(points, "CAPTURE"));
    figures.put(Figure.POINTS_EXPIRED, of(points, "EXPIRE"));
    figures.put(Figure.POINTS_TAKEN_BACK, of(points, "CLAW_BACK") - of(points, "TAKEN"));
    Map<String, Long> referrals = counts(REFERRALS, period);
    long all = referrals.values().stream().mapToLong(n -> n).sum();
    figures.put(Figure.REFERRALS_CLAIMED, all);
    figures.put(Figure.REFERRALS_WAITING, of(referrals, "QUALIFYING"));
    figures.put(Figure.REFERRALS_HELD, of(referrals, "HELD"));
    figures.put(Figure.REFERRALS_PAID, of(referrals, "REWARDED"));
    jdbc.query(
        REVIEWS,
        row -> {
          figures.put(Figure.REVIEWS, row.getLong("N"));
          figures.put(Figure.STARS, row.getLong("STARS"));
        },
        Utc.param(period.start()),
        Utc.param(period.end()));
    figures.put(
        Figure.CASES_OPENED,
        jdbc.queryForObject(CASES, Long.class, Utc.param(period.start()), Utc.param(period.end())));
    return figures;
  }

  private Map<String, Long> counts(String sql, Period period) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.query(
        sql,
        row -> {
          counts.put(row.getString(1), row.getLong(2));
        },
        Utc.param(period.start()),
        Utc.param(period.end()));
    return counts;
  }

  private static long of(Map<String, Long> counts, String key) {
    return counts.getOrDefault(key, 0L);
  }

  @Override
  public Map<Work, Long> work(Instant now) {
    return work.count(now);
  }

  @Override
  public List<StepSent> sentBySteps(Period period) {
    Map<String, Long> clicked = new HashMap<>();
    jdbc.query(
        CLICKED,
        row -> {
          clicked.put(
              row.getLong("SERIES_ID") + ":" + text(row.getString("STEP_KEY")), row.getLong("N"));
        },
        Utc.param(period.start()),
        Utc.param(period.end()));
    return jdbc.query(
        STEPS,
        (row, n) ->
            new StepSent(
                    row.getLong("SERIES_ID"),
                    text(row.getString("NAME")),
                    text(row.getString("STEP_KEY")),
                    text(row.getString("STEP_NAME")),
                    row.getLong("N"))
                .clicked(
                    of(clicked, row.getLong("SERIES_ID") + ":" + text(row.getString("STEP_KEY")))),
        Utc.param(period.start()),
        Utc.param(period.end()));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  @Override
  public Map<Setup, Boolean> setup() {
    Map<Setup, Boolean> setup = new EnumMap<>(Setup.class);
    any(setup, Setup.BRAND, "PP_BRAND");
    any(setup, Setup.MAIL, "PP_MESSAGE where STATE = 'SENT'");
    if (!setup.get(Setup.MAIL)) { // so young a shop has done little yet
      any(setup, Setup.MAIL, "PP_AUDIT where ACTION = 'send test mail' and DETAIL = 'ACCEPTED'");
    }
    any(setup, Setup.CONSENT, "PP_CONSENT");
    any(setup, Setup.THANK_YOU, "PP_MESSAGE_TEMPLATE where ACTIVE = true");
    any(setup, Setup.CONFIRMATION, "PP_CONFIRMATION_PROMPT where ACTIVE = true");
    any(setup, Setup.PROGRAMME, "PP_LOYALTY_PROGRAMME where ACTIVE = true");
    any(setup, Setup.SERIES, "PP_SERIES where STATUS = 'ACTIVE'");
    any(setup, Setup.REVIEWS, "PP_REVIEW_SETTINGS where ACTIVE = true");
    any(setup, Setup.REFERRALS, "PP_REFERRAL_PROGRAMME where STATUS = 'ACTIVE'");
    return setup;
  }

  private void any(Map<Setup, Boolean> setup, Setup part, String from) {
    setup.put(part, !jdbc.queryForList("select 1 as N from " + from + " limit 1").isEmpty());
  }
}
