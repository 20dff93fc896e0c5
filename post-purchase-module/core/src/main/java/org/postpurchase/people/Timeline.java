package org.postpurchase.people;

import java.util.List;
import java.util.Set;

/**
 * Everything that happened to one person, newest first, read from the features' own tables. The
 * number of statements depends on the kinds that are wanted and not on what happened.
 */
public interface Timeline {
  /**
   * @param kinds what is wanted; nothing for none
   * @param behind where the page before ended; null for the newest entries
   * @param limit most entries
   */
  List<TimelineEntry> page(Identity person, Set<EntryKind> kinds, Cursor behind, int limit);
}
