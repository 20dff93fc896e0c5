package org.postpurchase.restraint;

import java.time.Instant;
import java.util.Map;

/** What merchants have set for channels. Joins the caller's transaction. */
public interface PaceStore {
  /** By channel; those as they are usual are left out. */
  Map<String, ChannelPace> all();

  /** Saves it; false when somebody else has saved since {@code pace.edition - 1}. */
  boolean save(ChannelPace pace, Instant now);
}
