package org.postpurchase.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postpurchase.ledger.Booking;
import org.postpurchase.ledger.Bucket;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsEntry;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Utc;

/** Rows to values and back. */
final class LedgerRows {
  private LedgerRows() {}

  static PointsAccount account(ResultSet row) throws SQLException {
    return new PointsAccount(
        row.getLong("ACCOUNT_ID"),
        row.getString("PROGRAMME"),
        row.getString("OWNER_KEY"),
        !"ACTIVE".equals(row.getString("STATE")),
        row.getLong("MERGED_INTO"),
        longs(row, "PENDING", "AVAILABLE", "HELD", "SHORTFALL"),
        row.getLong("POSTING_NO"),
        row.getLong("ENTRY_NO"),
        row.getInt("LOT_NO"),
        row.getInt("HOLD_NO"),
        Columns.text(row, "HEAD_HASH"));
  }

  static PointsPosting posting(ResultSet row) throws SQLException {
    return new PointsPosting(
        row.getLong("ACCOUNT_ID"),
        row.getLong("POSTING_NO"),
        row.getString("PROGRAMME"),
        new PostingRequest(
            Verb.valueOf(row.getString("VERB")),
            row.getString("POSTING_KEY"),
            row.getLong("ORDER_ID"),
            Columns.text(row, "REASON_CODE"),
            Columns.text(row, "ACTOR"),
            Columns.text(row, "BATCH_ID")),
        row.getString("INPUT_HASH"),
        row.getLong("POINTS"),
        row.getLong("SHORTFALL"),
        row.getInt("LOT_NO"),
        row.getInt("HOLD_NO"),
        Utc.instant(row, "POSTED_AT"));
  }

  static Object[] values(PointsPosting p) {
    return new Object[] {
      p.accountId,
      p.postingNo,
      p.programme,
      p.key,
      p.inputHash,
      p.verb.name(),
      p.points,
      p.shortfall,
      p.lotNo,
      p.holdNo,
      p.orderId,
      p.reasonCode,
      p.actor,
      p.batchId,
      Utc.param(p.postedAt)
    };
  }

  static PointsEntry entry(ResultSet row) throws SQLException {
    return new PointsEntry(
        row.getLong("ACCOUNT_ID"),
        row.getLong("ENTRY_NO"),
        row.getLong("POSTING_NO"),
        row.getInt("LOT_NO"),
        Bucket.valueOf(row.getString("BUCKET")),
        row.getLong("POINTS"),
        row.getLong("BALANCE"),
        row.getString("HASH"));
  }

  static Object[] values(PointsEntry e) {
    return new Object[] {
      e.accountId, e.entryNo, e.postingNo, e.lotNo, e.bucket.name(), e.points, e.balance, e.hash
    };
  }

  static PointsLot lot(ResultSet row) throws SQLException {
    LotCause cause =
        LotCause.of(row.getString("CAUSE"))
            .forLine(row.getLong("ORDER_ID"), row.getLong("ORDER_LINE_ID"))
            .byRule(
                Columns.text(row, "RULE_KEY"),
                row.getInt("RULE_VERSION"),
                row.getInt("TERMS_VERSION"))
            .from(row.getLong("BASE_MINOR"), Columns.text(row, "CURRENCY"), row.getLong("RESIDUE"));
    return new PointsLot(
        row.getLong("ACCOUNT_ID"),
        row.getInt("LOT_NO"),
        cause,
        Columns.text(row, "SOURCE_KEY"),
        row.getLong("ORIGIN_ACCOUNT"),
        row.getInt("ORIGIN_LOT"),
        longs(
            row,
            "ISSUED",
            "PENDING",
            "AVAILABLE",
            "HELD",
            "SPENT",
            "EXPIRED",
            "REVERSED",
            "MOVED",
            "CLAWED",
            "TAKEN",
            "ELSEWHERE"),
        Utc.instant(row, "CREATED_AT"),
        Utc.instant(row, "MATURES_AT"),
        Utc.instant(row, "EXPIRES_AT"));
  }

  static Object[] newLot(PointsLot l) {
    return new Object[] {
      l.accountId,
      l.lotNo,
      l.cause.code,
      l.sourceKey.isEmpty() ? null : l.sourceKey,
      l.cause.orderId,
      l.cause.orderLineId,
      l.cause.ruleKey,
      l.cause.ruleVersion,
      l.cause.termsVersion,
      l.cause.baseMinor,
      l.cause.currency,
      l.cause.residue,
      l.originAccount,
      l.originLot,
      l.issued,
      l.pending(),
      l.available(),
      l.held(),
      l.spent(),
      l.expired(),
      l.reversed(),
      l.moved(),
      l.clawed(),
      l.taken(),
      l.elsewhere(),
      Utc.param(l.createdAt),
      Utc.param(l.maturesAt()),
      Utc.param(l.expiresAt()),
      Utc.param(l.openUntil()),
      Utc.param(l.dueAt()),
      l.seal()
    };
  }

  static Object[] changedLot(PointsLot l) {
    return new Object[] {
      l.pending(),
      l.available(),
      l.held(),
      l.spent(),
      l.expired(),
      l.reversed(),
      l.moved(),
      l.clawed(),
      l.taken(),
      l.elsewhere(),
      Utc.param(l.maturesAt()),
      Utc.param(l.expiresAt()),
      Utc.param(l.openUntil()),
      Utc.param(l.dueAt()),
      l.seal(),
      l.accountId,
      l.lotNo
    };
  }

  /** As a posting leaves it; guarded by the number of postings that the account had before. */
  static Object[] changedAccount(Booking booking) {
    PointsAccount a = booking.account;
    return new Object[] {
      a.pending(),
      a.available(),
      a.held(),
      a.shortfall(),
      a.postingNo(),
      a.entryNo(),
      a.lotNo(),
      a.holdNo(),
      a.headHash(),
      a.mergedInto(),
      Utc.param(booking.now),
      a.accountId,
      booking.firstPostingNo
    };
  }

  static PointsHold hold(ResultSet row, List<PointsHold.Part> parts) throws SQLException {
    return new PointsHold(
        row.getLong("ACCOUNT_ID"),
        row.getInt("HOLD_NO"),
        row.getString("PROGRAMME"),
        row.getString("HOLD_KEY"),
        row.getLong("ORDER_ID"),
        row.getLong("POINTS"),
        row.getLong("RESTORED"),
        PointsHold.State.valueOf(row.getString("STATE")),
        Utc.instant(row, "CREATED_AT"),
        Utc.instant(row, "EXPIRES_AT"),
        Utc.instant(row, "FINISHED_AT"),
        parts);
  }

  static PointsHold.Part part(ResultSet row) throws SQLException {
    return new PointsHold.Part(
        row.getInt("LOT_NO"), row.getLong("POINTS"), row.getLong("RESTORED"));
  }

  static Instant instant(ResultSet row) throws SQLException {
    return Utc.instant(row, "DUE_AT");
  }

  private static long[] longs(ResultSet row, String... columns) throws SQLException {
    long[] values = new long[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = row.getLong(columns[i]);
    }
    return values;
  }
}
