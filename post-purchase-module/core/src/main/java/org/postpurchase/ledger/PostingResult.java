package org.postpurchase.ledger;

/**
 * What became of a request to move points: posted now, posted before under the same key, or refused
 * with nothing changed.
 */
public final class PostingResult {
  public final boolean posted;

  /** Whether the same request was posted earlier; then all else is what it was then. */
  public final boolean repeated;

  /** Null unless refused. */
  public final Refusal refusal;

  public final long accountId;

  /** Zero when refused. */
  public final long postingNo;

  public final long points;
  public final long shortfall;

  /** The lot it was about; zero for several or none. */
  public final int lotNo;

  /** What can be used by now, for telling it to the customer. */
  public final long available;

  private PostingResult(
      boolean posted,
      boolean repeated,
      Refusal refusal,
      PointsAccount account,
      PointsPosting posting) {
    this.posted = posted;
    this.repeated = repeated;
    this.refusal = refusal;
    this.accountId = account == null ? 0 : account.accountId;
    this.available = account == null ? 0 : account.available;
    this.postingNo = posting == null ? 0 : posting.postingNo;
    this.points = posting == null ? 0 : posting.points;
    this.shortfall = posting == null ? 0 : posting.shortfall;
    this.lotNo = posting == null ? 0 : posting.lotNo;
  }

  static PostingResult posted(PointsAccount account, PointsPosting posting) {
    return new PostingResult(true, false, null, account, posting);
  }

  static PostingResult repeated(PointsAccount account, PointsPosting posting) {
    return new PostingResult(false, true, null, account, posting);
  }

  static PostingResult refused(PointsAccount account, Refusal why) {
    return new PostingResult(false, false, why, account, null);
  }

  /** Whether the points are where they were asked to be, now or since earlier. */
  public boolean isDone() {
    return posted || repeated;
  }

  @Override
  public String toString() {
    return (posted ? "posted " : repeated ? "repeated " : "refused " + refusal + " ")
        + points
        + " account="
        + accountId
        + " posting="
        + postingNo;
  }
}
