package org.postpurchase.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A posting in the making: moves points of one locked account in memory and collects the rows to be
 * written. The account's counters give every row its number, so nothing has to be asked of the
 * database on the way.
 */
public final class Booking {
  public final PointsAccount account;

  /** The account's number of postings before this one. */
  public final long firstPostingNo;

  public final Instant now;
  private final PostingRequest request;
  private final String inputHash;
  private final List<PointsEntry> unsealed = new ArrayList<>();
  private final Map<Integer, PointsLot> changed = new LinkedHashMap<>();
  private final List<PointsLot> added = new ArrayList<>();
  private PointsHold hold;
  private boolean newHold;
  private PointsPosting posting;
  private List<PointsEntry> entries;

  Booking(PointsAccount account, PostingRequest request, String inputHash, Instant now) {
    this.account = account;
    this.request = request;
    this.inputHash = inputHash;
    this.now = now;
    this.firstPostingNo = account.postingNo;
    account.postingNo++;
  }

  /** Nothing was moved: the account's next posting gets the number of this one. */
  void abandon() {
    account.postingNo = firstPostingNo;
  }

  /** Points of a lot go from one place to another; nothing for zero points. */
  void move(PointsLot lot, Bucket from, Bucket to, long points) {
    if (points == 0) {
      return;
    }
    lot.move(from, to, points);
    touch(lot);
    line(lot.lotNo, from, -points);
    line(lot.lotNo, to, points);
  }

  /** Points come into being in a new lot. */
  PointsLot issue(
      LotCause cause,
      Bucket side,
      Bucket into,
      long points,
      Instant maturesAt,
      Instant expiresAt,
      PointsLot origin) {
    account.lotNo++;
    long[] buckets = {points, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    PointsLot lot =
        new PointsLot(
            account.accountId,
            account.lotNo,
            cause,
            origin == null ? request.key : "",
            origin == null ? 0 : origin.accountId,
            origin == null ? 0 : origin.lotNo,
            buckets,
            now,
            maturesAt,
            expiresAt);
    if (into == Bucket.PENDING) {
      lot.pending = points;
    } else {
      lot.available = points;
    }
    added.add(lot);
    line(lot.lotNo, side, -points);
    line(lot.lotNo, into, points);
    return lot;
  }

  /** A line that concerns no lot's own points, for what is owed. */
  void line(int lotNo, Bucket bucket, long points) {
    account.entryNo++;
    long balance = account.move(bucket, points);
    unsealed.add(
        new PointsEntry(
            account.accountId,
            account.entryNo,
            account.postingNo,
            lotNo,
            bucket,
            points,
            balance,
            ""));
  }

  /** The lot has to be written though none of the moves says so. */
  void touch(PointsLot lot) {
    if (!added.contains(lot)) {
      changed.put(lot.lotNo, lot);
    }
  }

  /** Whether that lot takes part already; a second copy of it must not be changed. */
  boolean knows(PointsLot lot) {
    return changed.containsKey(lot.lotNo);
  }

  void open(PointsHold newOne) {
    hold = newOne;
    newHold = true;
  }

  void close(PointsHold old) {
    hold = old;
  }

  /** Numbers, balances and hashes are final from here on. */
  PointsPosting seal(long points, long shortfall, int lotNo, int holdNo) {
    posting =
        new PointsPosting(
            account.accountId,
            account.postingNo,
            account.programme,
            request,
            inputHash,
            points,
            shortfall,
            lotNo,
            holdNo,
            now);
    entries = new ArrayList<>();
    String seal = posting.seal();
    for (PointsEntry entry : unsealed) {
      account.headHash = entry.hashAfter(account.headHash, seal);
      entries.add(entry.withHash(account.headHash));
      seal = "";
    }
    return posting;
  }

  public PointsPosting posting() {
    return posting;
  }

  public List<PointsEntry> entries() {
    return entries;
  }

  public Collection<PointsLot> changedLots() {
    return changed.values();
  }

  public List<PointsLot> newLots() {
    return added;
  }

  /** Null when no hold is opened or changed. */
  public PointsHold hold() {
    return hold;
  }

  public boolean isNewHold() {
    return newHold;
  }
}
