package org.postpurchase.service;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;

/** The tables of cases. Methods join the caller's transaction. */
public interface CaseStore {
  /** Adds the case; false when its cause has one already. */
  boolean add(ServiceCase fresh);

  Optional<ServiceCase> find(long id);

  Optional<ServiceCase> ofCause(String causeKey);

  /**
   * The same with its row locked, as it is now: also one that somebody else has added since the
   * transaction began to read.
   */
  Optional<ServiceCase> lockCause(String causeKey);

  /** Locked until the transaction ends. */
  Optional<ServiceCase> lock(long id);

  /** Writes the case, whose edition is one more than the row's; false if the row has moved on. */
  boolean save(ServiceCase changed);

  void add(long caseId, CaseEvent event);

  List<CaseEvent> eventsOf(long caseId);

  void beginPause(long caseId, Instant from);

  void endPause(long caseId, Instant to);

  List<Pause> pausesOf(long caseId);

  /**
   * Those of the mailboxes whose owners get no advertising: a case of theirs is open, or was closed
   * without resuming it. One statement, however many they are.
   */
  Set<String> inService(Collection<String> contacts);

  /** Those that have waited for their customer since before then. */
  List<ServiceCase> waitingSince(Instant before, int limit);

  /** When the case began to wait that waits longest. */
  Optional<Instant> waitsLongest();

  /** For the queue: what is due first comes first; closed ones newest first. */
  PageOf<ServiceCase> page(CaseState state, String search, ListPage page);

  /** How many there are; {@code most} + 1 when they are more than that. */
  int countUpTo(int most, CaseState state, String search);

  /** All of one customer, newest first. */
  List<ServiceCase> ofContact(String contact, int limit);
}
