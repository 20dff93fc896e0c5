package org.postpurchase.referral;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.PageOf;

/** Reads for the merchant's screens; lock nothing and change nothing. */
public interface ReferralViews {
  /** Newest first. */
  PageOf<Row> list(ReferralState state, ListPage page);

  Map<ReferralState, Integer> counts();

  Funnel funnel(long programmeId);

  /** By which ways friends came, by channel; a typed code has none. */
  List<Way> ways(long programmeId);

  /** All referrals with an id above, in ascending order of ids, for an export. */
  List<Row> after(long id, int limit);

  /** The rewards of those referrals, of their present lives, by referral. */
  Map<Long, List<ReferralReward>> rewards(Collection<Long> referralIds);

  /**
   * Advocates, those who joined last first.
   *
   * @param search part of the mailbox or a whole code, however it is typed; empty for all
   */
  PageOf<AdvocateRow> advocates(String search, ListPage page);

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

    /** Friends who have ordered again since. */
    public final long again;

    /** What friends have bought with orders that were not undone, one amount per currency. */
    public final List<Money> moneyIn;

    /** Points promised or paid and not taken back, both sides. */
    public final long points;

    /** Codes given out as rewards. */
    public final long codes;

    public Funnel(Steps steps, List<Money> moneyIn, long points, long codes) {
      this.joined = steps.joined;
      this.visited = steps.visited;
      this.bought = steps.bought;
      this.rewarded = steps.rewarded;
      this.again = steps.again;
      this.moneyIn = Collections.unmodifiableList(moneyIn);
      this.points = points;
      this.codes = codes;
    }
  }

  /** How many people have come how far. */
  final class Steps {
    final long joined;
    final long visited;
    final long bought;
    final long rewarded;
    final long again;

    public Steps(long joined, long visited, long bought, long rewarded, long again) {
      this.joined = joined;
      this.visited = visited;
      this.bought = bought;
      this.rewarded = rewarded;
      this.again = again;
    }
  }

  /** What one way to share has brought. */
  final class Way {
    /** Empty for a typed code. */
    public final String channel;

    public final long visited;
    public final long bought;
    public final long rewarded;

    public Way(String channel, long visited, long bought, long rewarded) {
      this.channel = channel;
      this.visited = visited;
      this.bought = bought;
      this.rewarded = rewarded;
    }
  }

  /** An advocate, and what came of the link. */
  final class AdvocateRow {
    public final Advocate advocate;
    public final long friends;
    public final long rewarded;
    public final long held;

    public AdvocateRow(Advocate advocate, long friends, long rewarded, long held) {
      this.advocate = advocate;
      this.friends = friends;
      this.rewarded = rewarded;
      this.held = held;
    }
  }
}
