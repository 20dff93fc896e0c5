package org.postpurchase.referral;

import java.util.List;
import java.util.Map;

/** Reads for the merchant's screens; lock nothing and change nothing. */
public interface ReferralViews {
  /** Newest first. */
  List<Row> list(ReferralState state, int limit, int offset);

  Map<ReferralState, Integer> counts();

  Funnel funnel(long programmeId);

  /** A referral with its advocate. */
  final class Row {
    public final Referral referral;
    public final Advocate advocate;

    public Row(Referral referral, Advocate advocate) {
      this.referral = referral;
      this.advocate = advocate;
    }
  }

  /** How far people have come, and what that cost. */
  final class Funnel {
    public final long joined;
    public final long visited;
    public final long bought;
    public final long rewarded;
    public final long points;

    public Funnel(long joined, long visited, long bought, long rewarded, long points) {
      this.joined = joined;
      this.visited = visited;
      this.bought = bought;
      this.rewarded = rewarded;
      this.points = points;
    }
  }
}
