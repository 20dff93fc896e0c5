package org.postpurchase.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.Collections;
import org.postpurchase.ledger.Bucket;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsEntry;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.ProofRows;
import org.postpurchase.ledger.Verb;
import org.postpurchase.shared.jdbc.Utc;

/**
 * Reads the rows of very many accounts: by position, with one calendar, and only what a proof
 * needs. Not for several threads.
 */
final class ProofRowReader {
  private final Calendar utc = Utc.calendar();
  private final ProofRows into;

  ProofRowReader(ProofRows into) {
    this.into = into;
  }

  void lot(ResultSet row) throws SQLException {
    long[] buckets = new long[11];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = row.getLong(5 + i);
    }
    PointsLot lot =
        new PointsLot(
            row.getLong(1),
            row.getInt(2),
            LotCause.of(text(row, 19))
                .forLine(row.getLong(20), row.getLong(21))
                .byRule(text(row, 22), 0, 0)
                .from(row.getLong(23), text(row, 24), 0),
            text(row, 25),
            row.getLong(3),
            row.getInt(4),
            buckets,
            instant(row, 16),
            instant(row, 17),
            instant(row, 18));
    into.lot(lot.sealedAs(text(row, 26)));
  }

  void posting(ResultSet row) throws SQLException {
    long account = row.getLong(1);
    long number = row.getLong(2);
    PostingRequest request;
    try {
      request =
          new PostingRequest(
              Verb.valueOf(row.getString(4)),
              row.getString(5),
              row.getLong(11),
              text(row, 12),
              text(row, 13),
              "");
    } catch (IllegalArgumentException e) {
      into.unreadable(account, "posting " + number + ": " + e.getMessage());
      return;
    }
    into.posting(
        new PointsPosting(
            account,
            number,
            row.getString(3),
            request,
            row.getString(6),
            row.getLong(7),
            row.getLong(8),
            row.getInt(9),
            row.getInt(10),
            instant(row, 14)));
  }

  void hold(ResultSet row) throws SQLException {
    long account = row.getLong(1);
    PointsHold.State state;
    try {
      state = PointsHold.State.valueOf(row.getString(5));
    } catch (IllegalArgumentException e) {
      into.unreadable(account, "hold " + row.getInt(2) + ": " + e.getMessage());
      return;
    }
    into.hold(
        new PointsHold(
            account,
            row.getInt(2),
            "",
            "",
            0,
            row.getLong(3),
            row.getLong(4),
            state,
            null,
            null,
            null,
            Collections.emptyList()));
  }

  void part(ResultSet row) throws SQLException {
    into.part(
        row.getLong(1),
        row.getInt(2),
        new PointsHold.Part(row.getInt(3), row.getLong(4), row.getLong(5)));
  }

  void entry(ResultSet row) throws SQLException {
    long account = row.getLong(1);
    Bucket bucket;
    try {
      bucket = Bucket.valueOf(row.getString(5));
    } catch (IllegalArgumentException e) {
      into.unreadable(account, "entry " + row.getLong(2) + ": " + e.getMessage());
      return;
    }
    into.entry(
        new PointsEntry(
            account,
            row.getLong(2),
            row.getLong(3),
            row.getInt(4),
            bucket,
            row.getLong(6),
            row.getLong(7),
            row.getString(8)));
  }

  private Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp value = row.getTimestamp(column, utc);
    return value == null ? null : Instant.ofEpochMilli(value.getTime());
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
