package org.postpurchase.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One account with as many entries as wanted: lots that were earned, matured and expired one after
 * the other, and a number of them that can still be used. Chained as the ledger does it.
 */
public final class LongHistory {
  private static final int ENTRIES_OF_A_LOT = 6;
  private static final long POINTS = 100;

  private final long account;
  private final Instant begin;
  private final StringBuilder lots = new StringBuilder();
  private final StringBuilder postings = new StringBuilder();
  private final StringBuilder entries = new StringBuilder();
  private String hash = "";
  private long entryNo;
  private long postingNo;
  private long available;
  private final Map<Bucket, Long> balances = new EnumMap<>(Bucket.class);

  /**
   * @param account its number, which must be free
   * @param begin when the first lot was earned
   */
  public LongHistory(long account, Instant begin) {
    this.account = account;
    this.begin = begin;
  }

  /**
   * Writes it.
   *
   * @param size about how many entries
   * @param open how many of the newest lots still have points
   */
  public void write(Connection connection, int size, int open) throws SQLException {
    int count = Math.max(open, size / ENTRIES_OF_A_LOT);
    for (int lot = 1; lot <= count; lot++) {
      lot(lot, lot <= count - open);
    }
    String head =
        account
            + "\tmain\tc:"
            + account
            + "\tACTIVE\t"
            + available
            + "\t"
            + postingNo
            + "\t"
            + entryNo
            + "\t"
            + count
            + "\t"
            + hash
            + "\t"
            + utc(begin)
            + "\t"
            + utc(begin)
            + "\n";
    copy(
        connection,
        "PP_POINTS_ACCOUNT (ACCOUNT_ID, PROGRAMME, OWNER_KEY, STATE, AVAILABLE, POSTING_NO,"
            + " ENTRY_NO, LOT_NO, HEAD_HASH, OPENED_AT, CHANGED_AT)",
        head);
    copy(
        connection,
        "PP_POINTS_LOT (ACCOUNT_ID, LOT_NO, CAUSE, SOURCE_KEY, ISSUED, AVAILABLE, EXPIRED,"
            + " CREATED_AT, MATURES_AT, OPEN_UNTIL)",
        lots.toString());
    copy(
        connection,
        "PP_POINTS_POSTING (ACCOUNT_ID, POSTING_NO, PROGRAMME, POSTING_KEY, INPUT_HASH, VERB,"
            + " POINTS, LOT_NO, ORDER_ID, REASON_CODE, POSTED_AT)",
        postings.toString());
    copy(
        connection,
        "PP_POINTS_ENTRY (ACCOUNT_ID, ENTRY_NO, POSTING_NO, LOT_NO, BUCKET, POINTS, BALANCE, HASH)",
        entries.toString());
  }

  private void lot(int lot, boolean gone) {
    Instant at = begin.plus(Duration.ofMinutes(lot));
    PointsPosting earn = posting(lot, Verb.EARN, at);
    entry(earn.postingNo, lot, Bucket.ISSUED, -POINTS, earn.seal());
    entry(earn.postingNo, lot, Bucket.PENDING, POINTS, "");
    PointsPosting mature = posting(lot, Verb.MATURE, at);
    entry(mature.postingNo, lot, Bucket.PENDING, -POINTS, mature.seal());
    available += POINTS;
    entry(mature.postingNo, lot, Bucket.AVAILABLE, POINTS, "");
    if (gone) {
      PointsPosting expire = posting(lot, Verb.EXPIRE, at);
      available -= POINTS;
      entry(expire.postingNo, lot, Bucket.AVAILABLE, -POINTS, expire.seal());
      entry(expire.postingNo, lot, Bucket.EXPIRED, POINTS, "");
    }
    lots.append(account).append('\t').append(lot).append("\tSPEND\t").append(earn.key).append('\t');
    lots.append(POINTS).append('\t').append(gone ? 0 : POINTS).append('\t');
    lots.append(gone ? POINTS : 0).append('\t').append(utc(at)).append('\t').append(utc(at));
    lots.append('\t').append(gone ? "\\N" : "9999-12-31").append('\n');
  }

  private PointsPosting posting(int lot, Verb verb, Instant at) {
    String key = verb + ":" + account + ":" + lot;
    PostingRequest request = PostingRequest.of(verb, key, 0).because("SPEND");
    PointsPosting p =
        new PointsPosting(
            account, ++postingNo, "main", request, PointsEntry.sha256(key), POINTS, 0, lot, 0, at);
    postings.append(account).append('\t').append(p.postingNo).append("\tmain\t").append(key);
    postings.append('\t').append(p.inputHash).append('\t').append(verb).append('\t').append(POINTS);
    postings.append('\t').append(lot).append("\t0\tSPEND\t").append(utc(at)).append('\n');
    return p;
  }

  private void entry(long posting, int lot, Bucket bucket, long points, String seal) {
    balances.merge(bucket, points, Long::sum);
    long total =
        balances.getOrDefault(Bucket.PENDING, 0L) + balances.getOrDefault(Bucket.AVAILABLE, 0L);
    boolean customers = bucket == Bucket.PENDING || bucket == Bucket.AVAILABLE;
    long balance = customers ? balances.get(bucket) : total;
    PointsEntry e = new PointsEntry(account, ++entryNo, posting, lot, bucket, points, balance, "");
    hash = e.hashAfter(hash, seal);
    entries.append(account).append('\t').append(entryNo).append('\t').append(posting).append('\t');
    entries.append(lot).append('\t').append(bucket).append('\t').append(points).append('\t');
    entries.append(balance).append('\t').append(hash).append('\n');
  }

  private static String utc(Instant instant) {
    return instant.toString().replace('T', ' ').replace("Z", "");
  }

  private static void copy(Connection connection, String into, String rows) throws SQLException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
    byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }
}
