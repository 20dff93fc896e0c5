package org.postpurchase.segment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps segments and their members. All methods join the caller's transaction. */
public interface SegmentStore {
  List<Segment> all();

  Optional<Segment> find(long id);

  Optional<Segment> find(String key);

  /**
   * @param preset which shipped segment it is made from; empty for none
   * @return false when the key is taken
   */
  boolean add(
      String key, String name, boolean active, String conditions, String preset, Instant now);

  /** Saves; false when somebody has saved since that edition. */
  boolean save(Segment changed, Instant now);

  /** Removes it with its members; false when somebody has saved since that edition. */
  boolean remove(long id, int edition);

  /** How many people the condition holds for, counted in one statement. */
  long count(Condition condition, Instant now);

  /**
   * Writes the members of a new generation and publishes it in place of the old one. Readers see
   * one or the other. Since when somebody belongs to it is kept.
   *
   * @return how many there are; empty when somebody has saved it meanwhile
   */
  Optional<Long> build(Segment segment, Condition condition, Instant now);

  /** Deletes the members of generations before the one that counts. */
  void forget(Segment segment);

  /** How long the last build has taken. */
  void took(long segmentId, long millis);

  /** The segments, of those, that each of the people belongs to. */
  Map<Long, Set<Long>> membershipsOf(Collection<Long> personIds, Collection<Segment> segments);

  /** Lets people in, who are none yet. */
  void join(Map<Segment, List<Long>> personIds, Instant now);

  /** Lets people out. */
  void leave(Segment segment, Collection<Long> personIds);

  long size(Segment segment);

  /** Since when the person belongs to it; empty when not. */
  Optional<Instant> memberSince(Segment segment, long personId);

  /** People for whom the comparison changes its answer after one moment and up to the other. */
  List<Long> changing(Leaf leaf, Instant after, Instant upTo, long afterId, int limit);

  /** When any of the comparisons next changes its answer for anybody; one statement. */
  Optional<Instant> nextChange(Collection<TimedLeaf> leaves);

  /** The passing of time has been looked at. */
  void timed(long segmentId, Instant until);
}
