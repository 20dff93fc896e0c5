package org.postpurchase.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.shared.Pages;

/**
 * The outbox table. Methods join the caller's transaction; {@link #claim} is meant for a short one
 * of its own.
 *
 * <p>Leases are judged by database time, due moments by the business clock.
 */
public interface OutboxStore {
  /** Adds an entry due at once, unless its key is taken; returns whether it was new. */
  boolean append(String entryKey, String handler, OrderEvent event, Instant now);

  /**
   * Adds entries in their order, but for those whose keys are taken, and leases them as {@link
   * #claim} does, their first attempt counted.
   *
   * @return the new ones
   */
  List<OutboxEntry> appendClaimed(
      List<NewEntry> entries, Instant now, String owner, int leaseSeconds);

  Optional<OrderEvent> findEvent(String entryKey);

  /** The same, seeing also what was committed after the caller's transaction began to read. */
  Optional<OrderEvent> findLatestEvent(String entryKey);

  /**
   * How often the host's status made the fact true for the order (reports through the service not
   * counted).
   */
  int countEvents(long orderId, String fact);

  /**
   * Leases up to {@code limit} due entries to the owner and counts the attempt. Concurrent claimers
   * get disjoint entries.
   */
  List<OutboxEntry> claim(Instant now, int limit, String owner, int leaseSeconds);

  /** Prolongs the leases of those that are still the claimer's. */
  void prolong(List<OutboxEntry> entries, int leaseSeconds);

  /** Gives back what was claimed and not begun, its attempt uncounted. */
  void giveBack(List<OutboxEntry> entries);

  /** Marks done; false when the lease was lost to another claimer, whose work counts instead. */
  boolean finish(OutboxEntry entry, Instant now);

  /** Marks done whatever is still the claimer's, and returns how many that are. */
  int finishAll(List<OutboxEntry> entries, Instant now);

  /** Gives the entry back for a later attempt; nothing happens when the lease was lost. */
  void retryLater(OutboxEntry entry, Instant dueAt, String reason);

  /**
   * The same for what was no attempt: it could not be decided yet. Nothing happens when the lease
   * was lost.
   */
  void askAgain(OutboxEntry entry, Instant dueAt, String reason);

  /** Sets the entry aside for a person; nothing happens when the lease was lost. */
  void block(OutboxEntry entry, Instant now, String reason);

  /** Makes a blocked entry due again with a fresh count; false when it is not blocked. */
  boolean unblock(long id, Instant now);

  /** Newest first. */
  List<OutboxEntry> list(OutboxState state, int limit, int offset);

  int count(OutboxState state);

  Optional<Instant> nextDueAt();

  /** For the screen that lists them. */
  Pages<OutboxState, OutboxEntry> pages();
}
