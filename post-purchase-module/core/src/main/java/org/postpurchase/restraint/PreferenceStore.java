package org.postpurchase.restraint;

import java.time.Instant;
import java.util.Optional;

/** What people wish, on the rows that are locked while something is decided about them. */
public interface PreferenceStore {
  /** Empty for somebody whom the shop does not know. Joins the caller's transaction. */
  Optional<Wishes> read(String contact);

  /**
   * Takes the person's row until the transaction ends and saves the wishes, also of somebody whom
   * the shop did not know.
   */
  void save(String contact, Wishes wishes, Instant now);
}
