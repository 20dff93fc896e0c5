package org.postpurchase.ledger;

import org.postpurchase.shared.Sha256;

/**
 * An append-only line: the change of one bucket, with what is in it afterwards, chained to the
 * entry before by its hash.
 */
public final class PointsEntry {
  public final long accountId;
  public final long entryNo;
  public final long postingNo;

  /** Zero for none. */
  public final int lotNo;

  public final Bucket bucket;
  public final long points;
  public final long balance;
  public final String hash;

  public PointsEntry(
      long accountId,
      long entryNo,
      long postingNo,
      int lotNo,
      Bucket bucket,
      long points,
      long balance,
      String hash) {
    this.accountId = accountId;
    this.entryNo = entryNo;
    this.postingNo = postingNo;
    this.lotNo = lotNo;
    this.bucket = bucket;
    this.points = points;
    this.balance = balance;
    this.hash = hash;
  }

  /**
   * What the hash has to be after that other hash.
   *
   * @param seal what the posting says, for its first entry; empty for the others
   */
  String hashAfter(String before, String seal) {
    return sha256(
        before + '|' + seal + '|' + accountId + '|' + entryNo + '|' + postingNo + '|' + lotNo + '|'
            + bucket + '|' + points + '|' + balance);
  }

  PointsEntry withHash(String value) {
    return new PointsEntry(accountId, entryNo, postingNo, lotNo, bucket, points, balance, value);
  }

  /** As 64 hexadecimal digits. */
  static String sha256(String text) {
    return Sha256.of(text);
  }
}
