package org.postpurchase.ask;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what people were asked, and who wants no requests. Joins the caller's transaction. */
public interface AskStore {
  /** Keeps those that are not kept yet. */
  void add(Collection<Ask> asks);

  /** Forgets requests that did not leave, or that left later than was thought. */
  void remove(Collection<Ask> asks);

  /** What the mailbox was asked since then, oldest first. */
  List<Ask> since(String contact, Instant from);

  /** The same for many mailboxes; those that were asked nothing are missing. */
  Map<String, List<Ask>> since(Collection<String> contacts, Instant from);

  /** Those of the mailboxes that want no requests of any kind. */
  Set<String> stopped(Collection<String> contacts);

  /** Whether the mailbox wants no requests of any kind. */
  boolean isStopped(String contact);

  /**
   * From now on the mailbox gets no requests, or gets them again.
   *
   * @param source where the person said so, at most 30 characters
   */
  void stop(String contact, boolean stopped, String source, Instant now);
}
