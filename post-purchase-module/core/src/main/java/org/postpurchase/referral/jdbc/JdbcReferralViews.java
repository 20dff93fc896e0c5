package org.postpurchase.referral.jdbc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ReferralViews;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists over PP_REFERRAL and PP_ADVOCATE. */
final class JdbcReferralViews implements ReferralViews {
  private static final String LIST =
      ReferralSql.SELECT + " where STATE = ? order by REFERRAL_ID desc limit ? offset ?";
  private static final String COUNTS =
      "select STATE, count(*) as HOW_MANY from PP_REFERRAL group by STATE";
  private static final String JOINED = "select count(*) from PP_ADVOCATE where PROGRAMME_ID = ?";
  private static final String VISITED =
      "select coalesce(sum(v.PEOPLE), 0) from PP_REFERRAL_VISIT v join PP_ADVOCATE a"
          + " on a.ADVOCATE_ID = v.ADVOCATE_ID where a.PROGRAMME_ID = ?";
  private static final String BOUGHT =
      "select count(*) from PP_REFERRAL where PROGRAMME_ID = ? and STATE <> 'CLAIMED'";
  private static final String REWARDED =
      "select count(*) from PP_REFERRAL where PROGRAMME_ID = ? and STATE = 'REWARDED'";
  private static final String POINTS =
      "select coalesce(sum(w.POINTS - w.TAKEN_BACK), 0) from PP_REFERRAL_REWARD w join PP_REFERRAL r"
          + " on r.REFERRAL_ID = w.REFERRAL_ID where r.PROGRAMME_ID = ? and w.STATE <> 'REVERSED'";

  private final JdbcTemplate jdbc;

  JdbcReferralViews(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Row> list(ReferralState state, int limit, int offset) {
    List<Referral> found =
        jdbc.query(LIST, (row, n) -> ReferralRows.referral(row), state.name(), limit, offset);
    Map<Long, Advocate> advocates = new LinkedHashMap<>();
    found.forEach(referral -> advocates.put(referral.advocateId, null));
    if (!advocates.isEmpty()) {
      String marks = String.join(", ", java.util.Collections.nCopies(advocates.size(), "?"));
      jdbc.query(
              JdbcAdvocateStore.SELECT + " where ADVOCATE_ID in (" + marks + ")",
              (row, n) -> JdbcAdvocateStore.advocate(row),
              advocates.keySet().toArray())
          .forEach(advocate -> advocates.put(advocate.id, advocate));
    }
    List<Row> rows = new ArrayList<>();
    found.forEach(referral -> rows.add(new Row(referral, advocates.get(referral.advocateId))));
    return rows;
  }

  @Override
  public Map<ReferralState, Integer> counts() {
    Map<ReferralState, Integer> counts = new EnumMap<>(ReferralState.class);
    jdbc.query(
        COUNTS,
        row -> {
          counts.put(ReferralState.valueOf(row.getString("STATE")), row.getInt("HOW_MANY"));
        });
    return counts;
  }

  @Override
  public Funnel funnel(long programmeId) {
    return new Funnel(
        count(JOINED, programmeId),
        count(VISITED, programmeId),
        count(BOUGHT, programmeId),
        count(REWARDED, programmeId),
        count(POINTS, programmeId));
  }

  private long count(String select, long programmeId) {
    return jdbc.queryForObject(select, Long.class, programmeId);
  }
}
