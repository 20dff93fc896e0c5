package org.postpurchase.ledger;

import java.time.Instant;

/**
 * One earning with what became of its points. Moving points between its buckets happens only inside
 * a posting; {@code issued} is always the sum of all of them.
 */
public final class PointsLot {
  /** What {@code openUntil} is for points that never expire: the end of the year 9999. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  public final long accountId;
  public final int lotNo;
  public final LotCause cause;

  /** Key of the posting that issued it; empty in a lot that was moved here. */
  public final String sourceKey;

  public final long originAccount;
  public final int originLot;
  public final long issued;
  public final Instant createdAt;

  long pending;
  long available;
  long held;
  long spent;
  long expired;
  long reversed;
  long moved;
  long clawed;
  long taken;
  long elsewhere;
  Instant maturesAt;
  Instant expiresAt;

  private String sealed = "";

  /** Pending and available points on their way to another account. */
  long[] leaving = {0, 0};

  public PointsLot(
      long accountId,
      int lotNo,
      LotCause cause,
      String sourceKey,
      long originAccount,
      int originLot,
      long[] buckets,
      Instant createdAt,
      Instant maturesAt,
      Instant expiresAt) {
    this.accountId = accountId;
    this.lotNo = lotNo;
    this.cause = cause;
    this.sourceKey = sourceKey;
    this.originAccount = originAccount;
    this.originLot = originLot;
    this.issued = buckets[0];
    this.pending = buckets[1];
    this.available = buckets[2];
    this.held = buckets[3];
    this.spent = buckets[4];
    this.expired = buckets[5];
    this.reversed = buckets[6];
    this.moved = buckets[7];
    this.clawed = buckets[8];
    this.taken = buckets[9];
    this.elsewhere = buckets[10];
    this.createdAt = createdAt;
    this.maturesAt = maturesAt;
    this.expiresAt = expiresAt;
  }

  /** The same lot with the seal of its row, for a proof; empty when it has none. */
  public PointsLot sealedAs(String text) {
    sealed = text;
    return this;
  }

  boolean isSealBroken() {
    return !sealed.isEmpty() && !sealed.equals(seal());
  }

  /** Points move between two buckets of this lot. */
  void move(Bucket from, Bucket to, long points) {
    change(from, -points);
    change(to, points);
  }

  private void change(Bucket bucket, long points) {
    switch (bucket) {
      case PENDING:
        pending += points;
        break;
      case AVAILABLE:
        available += points;
        break;
      case HELD:
        held += points;
        break;
      case SPENT:
        spent += points;
        break;
      case EXPIRED:
        expired += points;
        break;
      case REVERSED:
        reversed += points;
        break;
      case MOVED:
        moved += points;
        break;
      default:
        throw new IllegalArgumentException("no bucket of a lot: " + bucket);
    }
  }

  boolean isUsable(Instant now) {
    return available > 0 && (expiresAt == null || expiresAt.isAfter(now));
  }

  /** For finding open lots in the order in which they are used up; null when nothing is left. */
  public Instant openUntil() {
    if (available == 0) {
      return null;
    }
    return expiresAt == null ? NEVER : expiresAt;
  }

  /** When it matures or expires next; null when nothing waits for time. */
  public Instant dueAt() {
    if (pending > 0) {
      return maturesAt;
    }
    return available > 0 ? expiresAt : null;
  }

  public long pending() {
    return pending;
  }

  public long available() {
    return available;
  }

  public long held() {
    return held;
  }

  public long spent() {
    return spent;
  }

  public long expired() {
    return expired;
  }

  public long reversed() {
    return reversed;
  }

  public long moved() {
    return moved;
  }

  /** How much has been asked back so far, wherever it was taken from. */
  public long clawed() {
    return clawed;
  }

  /** Of what was asked back: taken from this very lot. */
  public long taken() {
    return taken;
  }

  /** Of what was asked back: taken from other lots or owed, because it had been used. */
  public long elsewhere() {
    return elsewhere;
  }

  /** Over what decides about its points and follows from no entry: its times, cause and claims. */
  public String seal() {
    return PointsEntry.sha256(
        "lot|"
            + accountId
            + '|'
            + lotNo
            + '|'
            + cause.code
            + '|'
            + cause.orderId
            + '|'
            + cause.orderLineId
            + '|'
            + cause.ruleKey
            + '|'
            + cause.baseMinor
            + '|'
            + cause.currency
            + '|'
            + originAccount
            + '|'
            + originLot
            + '|'
            + issued
            + '|'
            + clawed
            + '|'
            + taken
            + '|'
            + elsewhere
            + '|'
            + millis(createdAt)
            + '|'
            + millis(maturesAt)
            + '|'
            + millis(expiresAt));
  }

  private static String millis(Instant instant) {
    return instant == null ? "" : Long.toString(instant.toEpochMilli());
  }

  /** What was done with its points other than taking them back for its own sake. */
  long used() {
    return held + spent + moved + reversed - taken;
  }

  /** Null while nobody can tell. */
  public Instant maturesAt() {
    return maturesAt;
  }

  /** Null for never. */
  public Instant expiresAt() {
    return expiresAt;
  }
}
