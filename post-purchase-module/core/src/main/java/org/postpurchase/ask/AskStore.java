package org.postpurchase.ask;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps what people were asked, and who wants no requests. Joins the caller's transaction. */
public interface AskStore {
  /** Keeps those that are not kept yet. */
  void add(Collection<Ask> asks);

  /** What the mailbox was asked since then, oldest first. */
  List<Ask> since(String contact, Instant from);

  /** Whether the mailbox wants no requests of any kind. */
  boolean isStopped(String contact);

  /**
   * From now on the mailbox gets no requests, or gets them again.
   *
   * @param source where the person said so, at most 30 characters
   */
  void stop(String contact, boolean stopped, String source, Instant now);
}
