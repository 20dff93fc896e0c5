package org.postpurchase.consent.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Of two suppressions of one mailbox and one extent the stricter one stays: one that holds before
 * one that was lifted, one of the staff or of a bounce before one that the reader may take back,
 * and the earlier moment.
 */
final class MergeSuppressions {
  private static final String COLUMNS =
      "select SUPPRESSION_ID, CHANNEL, SCOPE, REASON, SUPPRESSED_AT, LIFTED_AT from PP_SUPPRESSION";
  private static final String FIND = COLUMNS + " where SUPPRESSION_ID = ?";
  private static final String SAME =
      COLUMNS + " where CONTACT = ? and CHANNEL = ? and SCOPE = ? and SUPPRESSION_ID <> ?";
  private static final String RENAME =
      "update PP_SUPPRESSION set CONTACT = ? where SUPPRESSION_ID = ?";
  private static final String REMOVE = "delete from PP_SUPPRESSION where SUPPRESSION_ID = ?";
  private static final String CHANGE =
      "update PP_SUPPRESSION set REASON = ?, SUPPRESSED_AT = ?, LIFTED_AT = ?"
          + " where SUPPRESSION_ID = ?";

  private final JdbcTemplate jdbc;

  MergeSuppressions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void bring(List<BringToKeys.Misspelt> rows) {
    for (BringToKeys.Misspelt misspelt : rows) {
      for (Row row : jdbc.query(FIND, (found, n) -> new Row(found), misspelt.id)) {
        List<Row> same =
            jdbc.query(
                SAME, (found, n) -> new Row(found), misspelt.key, row.channel, row.scope, row.id);
        if (same.isEmpty()) {
          jdbc.update(RENAME, misspelt.key, row.id);
        } else {
          merge(row, same.get(0));
        }
      }
    }
  }

  private void merge(Row misspelt, Row kept) {
    Row stricter = misspelt.isStricterThan(kept) ? misspelt : kept;
    boolean both = misspelt.holds() == kept.holds();
    Instant since = both && misspelt.since.isBefore(kept.since) ? misspelt.since : stricter.since;
    if (both && kept.since.isBefore(since)) {
      since = kept.since;
    }
    jdbc.update(REMOVE, misspelt.id);
    jdbc.update(CHANGE, stricter.reason, Utc.param(since), Utc.param(stricter.lifted), kept.id);
  }

  private static final class Row {
    final long id;
    final String channel;
    final String scope;
    final String reason;
    final Instant since;
    final Instant lifted;

    Row(ResultSet row) throws SQLException {
      id = row.getLong("SUPPRESSION_ID");
      channel = row.getString("CHANNEL");
      scope = row.getString("SCOPE");
      reason = row.getString("REASON");
      since = Utc.instant(row, "SUPPRESSED_AT");
      lifted = Utc.instant(row, "LIFTED_AT");
    }

    boolean holds() {
      return lifted == null;
    }

    boolean isStricterThan(Row other) {
      if (holds() != other.holds()) {
        return holds();
      }
      if (!holds()) {
        return lifted.isAfter(other.lifted);
      }
      return !isOfTheReader() && other.isOfTheReader();
    }

    private boolean isOfTheReader() {
      return reason.equals(ConsentSource.ONE_CLICK.name())
          || reason.equals(ConsentSource.UNSUBSCRIBE_PAGE.name());
    }
  }
}
