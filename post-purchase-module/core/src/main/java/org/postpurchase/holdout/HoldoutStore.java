package org.postpurchase.holdout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The tables of comparisons. Methods join the caller's transaction. */
public interface HoldoutStore {
  /** All comparisons of all series, the oldest first. */
  List<Holdout> all();

  /** Returns false when somebody else has begun that one meanwhile. */
  boolean begin(Holdout holdout);

  /** Returns false when it does not run any more. */
  boolean end(Holdout holdout, Instant at);

  /** Notes who is in which group; who is noted already stays as noted. */
  void note(Collection<Holdout.Place> places);

  /**
   * Those of the people that are noted, by {@link Holdout.Place#person}, each with the moment from
   * which on his orders count.
   */
  Map<String, Instant> since(Collection<String> persons);

  /** By order, the key of the mailbox that placed it; without those that have none. */
  Map<Long, String> mailboxes(Collection<Long> orderIds);

  /** Adds orders that count; those that are there already are left out. */
  void addOrders(Map<Long, List<Holdout.Place>> byOrder);

  /** How many were noted before that moment, and how many since, for each group. */
  List<GroupSize> sizes(Instant complete);

  /** People of one group of one comparison. */
  final class GroupSize {
    public final long seriesId;
    public final int number;
    public final Arm arm;
    public final boolean complete;
    public final long people;

    public GroupSize(long seriesId, int number, Arm arm, boolean complete, long people) {
      this.seriesId = seriesId;
      this.number = number;
      this.arm = arm;
      this.complete = complete;
      this.people = people;
    }
  }
}
