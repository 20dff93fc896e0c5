package org.postpurchase.restraint.jdbc;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.restraint.ChannelPace;
import org.postpurchase.restraint.PaceStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** PP_CHANNEL_PACE. */
final class JdbcPaceStore implements PaceStore {
  private static final String ALL =
      "select CHANNEL, BUDGET_HOURS, HOURS, EDITION from PP_CHANNEL_PACE order by CHANNEL";
  private static final String ADD =
      "insert into PP_CHANNEL_PACE (CHANNEL, BUDGET_HOURS, HOURS, EDITION, CHANGED_AT) values (?,"
          + " ?, ?, ?, ?)";
  private static final String SAVE =
      "update PP_CHANNEL_PACE set BUDGET_HOURS = ?, HOURS = ?, EDITION = ?, CHANGED_AT = ? where"
          + " CHANNEL = ? and EDITION = ?";
  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcPaceStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Map<String, ChannelPace> all() {
    Map<String, ChannelPace> all = new TreeMap<>();
    RowCallbackHandler collect =
        row ->
            all.put(
                row.getString("CHANNEL"),
                new ChannelPace(
                    row.getString("CHANNEL"),
                    row.getInt("BUDGET_HOURS"),
                    Columns.text(row, "HOURS"),
                    row.getInt("EDITION")));
    jdbc.query(ALL, collect);
    return all;
  }

  @Override
  public boolean save(ChannelPace pace, Instant now) {
    if (pace.edition == 1) {
      return inserts.ifAbsent(
          ADD, pace.channel, pace.budgetHours, pace.hours, pace.edition, Utc.param(now));
    }
    return jdbc.update(
            SAVE,
            pace.budgetHours,
            pace.hours,
            pace.edition,
            Utc.param(now),
            pace.channel,
            pace.edition - 1)
        == 1;
  }
}
