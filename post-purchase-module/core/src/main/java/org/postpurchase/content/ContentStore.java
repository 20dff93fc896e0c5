package org.postpurchase.content;

import java.util.List;
import java.util.Optional;

/** The library's table. Methods join the caller's transaction. */
public interface ContentStore {
  /** At most so many, by kind, title and id. */
  List<ContentEntry> all(int limit);

  /** Those that are switched on, at most so many. */
  List<ContentEntry> active(int limit);

  Optional<ContentEntry> find(long id);

  /** What was made from that. */
  Optional<ContentEntry> ofSource(String source);

  /** Adds it; empty when something was made from the same source before. */
  Optional<Long> add(ContentEntry fresh);

  /** Writes it, whose edition is one more than the row's; false if the row has moved on. */
  boolean save(ContentEntry changed);

  /** False if the row has moved on or is gone. */
  boolean remove(long id, int edition);
}
