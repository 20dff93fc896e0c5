package org.postpurchase.segment;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.postpurchase.person.PersonRef;

/**
 * Who belongs to a segment now. Joins the caller's transaction and changes nothing. An unknown or
 * switched-off segment has no members.
 */
public interface SegmentMembership {
  /** A shop without segments. */
  SegmentMembership NOBODY = (segmentKey, persons) -> Collections.emptySet();

  /** Trigger key of the moment that somebody has come into a segment through a fact or by time. */
  String JOINED = "SEGMENT_JOINED";

  /** Trigger key of the moment that somebody has gone out of one. */
  String LEFT = "SEGMENT_LEFT";

  /** Name of the value that both moments have: the segment's key. */
  String SEGMENT = "segment";

  /**
   * Those of the people who belong to the segment. The number of statements does not depend on how
   * many they are.
   *
   * @param segmentKey as it stands in {@code PP_SEGMENT.SEGMENT_KEY}
   */
  Set<PersonRef> membersAmong(String segmentKey, Collection<PersonRef> persons);

  default boolean isMember(String segmentKey, PersonRef person) {
    return !membersAmong(segmentKey, Collections.singletonList(person)).isEmpty();
  }
}
