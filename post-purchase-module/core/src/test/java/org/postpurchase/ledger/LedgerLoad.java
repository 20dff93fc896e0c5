package org.postpurchase.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty PostgreSQL ledger past the ledger, with accounts that have all been given points
 * which then matured: one lot, two postings and four chained entries each.
 */
final class LedgerLoad {
  private static final int CHUNK = 10_000;

  private final DataSource dataSource;
  private final Instant earnedAt;
  private final Instant maturedAt;

  LedgerLoad(DataSource dataSource, Instant now) {
    this.dataSource = dataSource;
    this.earnedAt = now.minus(Duration.ofDays(40));
    this.maturedAt = now.minus(Duration.ofDays(10));
  }

  void load(int from, int to) throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      for (int start = from; start <= to; start += CHUNK) {
        chunk(connection.unwrap(PGConnection.class), start, Math.min(to, start + CHUNK - 1));
      }
    }
  }

  private void chunk(PGConnection connection, int from, int to) throws SQLException, IOException {
    StringBuilder accounts = new StringBuilder();
    StringBuilder lots = new StringBuilder();
    StringBuilder postings = new StringBuilder();
    StringBuilder entries = new StringBuilder();
    for (int id = from; id <= to; id++) {
      long points = 10L + id % 490;
      String hash = "";
      PointsPosting earn = posting(id, 1, Verb.EARN, points, earnedAt);
      PointsPosting mature = posting(id, 2, Verb.MATURE, points, maturedAt);
      row(postings, earn);
      row(postings, mature);
      hash = row(entries, entry(id, 1, 1, Bucket.ISSUED, -points, 0), hash, earn.seal());
      hash = row(entries, entry(id, 2, 1, Bucket.PENDING, points, points), hash, "");
      hash = row(entries, entry(id, 3, 2, Bucket.PENDING, -points, 0), hash, mature.seal());
      hash = row(entries, entry(id, 4, 2, Bucket.AVAILABLE, points, points), hash, "");
      line(lots, id, 1, "SPEND", earn.key, points, points, earnedAt, maturedAt, "9999-12-31");
      line(accounts, id, "main", "c:" + id, "ACTIVE", points, 2, 4, 1, hash, earnedAt, maturedAt);
    }
    copy(
        connection,
        "PP_POINTS_ACCOUNT (ACCOUNT_ID, PROGRAMME, OWNER_KEY, STATE, AVAILABLE, POSTING_NO, ENTRY_NO,"
            + " LOT_NO, HEAD_HASH, OPENED_AT, CHANGED_AT)",
        accounts);
    copy(
        connection,
        "PP_POINTS_LOT (ACCOUNT_ID, LOT_NO, CAUSE, SOURCE_KEY, ISSUED, AVAILABLE, CREATED_AT,"
            + " MATURES_AT, OPEN_UNTIL)",
        lots);
    copy(
        connection,
        "PP_POINTS_POSTING (ACCOUNT_ID, POSTING_NO, PROGRAMME, POSTING_KEY, INPUT_HASH, VERB, POINTS,"
            + " LOT_NO, ORDER_ID, REASON_CODE, POSTED_AT)",
        postings);
    copy(
        connection,
        "PP_POINTS_ENTRY (ACCOUNT_ID, ENTRY_NO, POSTING_NO, LOT_NO, BUCKET, POINTS, BALANCE, HASH)",
        entries);
  }

  private static PointsPosting posting(int id, int no, Verb verb, long points, Instant at) {
    PostingRequest request = PostingRequest.of(verb, verb + ":line-" + id, id).because("SPEND");
    String input = PointsEntry.sha256(request.key);
    return new PointsPosting(id, no, "main", request, input, points, 0, 1, 0, at);
  }

  private static PointsEntry entry(int id, int no, int posting, Bucket bucket, long n, long sum) {
    return new PointsEntry(id, no, posting, 1, bucket, n, sum, "");
  }

  private static void row(StringBuilder into, PointsPosting p) {
    line(
        into,
        p.accountId,
        p.postingNo,
        p.programme,
        p.key,
        p.inputHash,
        p.verb,
        p.points,
        p.lotNo,
        p.orderId,
        p.reasonCode,
        p.postedAt);
  }

  private static String row(StringBuilder into, PointsEntry e, String before, String seal) {
    String hash = e.hashAfter(before, seal);
    line(into, e.accountId, e.entryNo, e.postingNo, e.lotNo, e.bucket, e.points, e.balance, hash);
    return hash;
  }

  private static void line(StringBuilder into, Object... values) {
    for (int i = 0; i < values.length; i++) {
      String text = String.valueOf(values[i]);
      into.append(i == 0 ? "" : "\t").append(values[i] instanceof Instant ? utc(text) : text);
    }
    into.append('\n');
  }

  private static String utc(String instant) {
    return instant.replace('T', ' ').replace("Z", "");
  }

  private static void copy(PGConnection connection, String into, StringBuilder rows)
      throws SQLException {
    CopyIn copy = connection.getCopyAPI().copyIn("copy " + into + " from stdin");
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }
}
