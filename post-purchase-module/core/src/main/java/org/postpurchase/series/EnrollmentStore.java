package org.postpurchase.series;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.postpurchase.moment.Moment;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;

/** The table of enrollments. Methods join the caller's transaction. */
public interface EnrollmentStore {
  /**
   * Lets one transaction at a time decide about this person, until it ends. To be called before
   * anything that must not happen twice for one person.
   */
  void lockContact(String contact, Instant now);

  /**
   * {@link #lockContact} for many people, in ascending order of their mailboxes.
   *
   * @param since by mailbox, when the shop heard of the person first, for those it does not know
   * @return the mailboxes that were not known before and so have no runs, as far as the database
   *     tells in the same statement
   */
  Set<String> lockContacts(Map<String, Instant> since);

  /** Begins runs, with their steps, unless their keys are taken: those are left out. */
  void enterAll(List<NewRun> runs, ExecutionStore steps);

  /** {@link #end} for many runs, one for each of them. */
  void endAll(Collection<RunEnd> ends);

  /** Those of the runs that there are, without a lock. */
  List<Enrollment> findAll(Collection<Long> ids);

  /** All runs of any of these people by the keys that they were begun under, like the next one. */
  Map<String, Enrollment> ofContacts(Collection<String> contacts);

  /** The same for customers with an account, whatever mailboxes they entered with; 0 is nobody. */
  Map<String, Enrollment> ofCustomers(Collection<Long> customerIds);

  /** {@link #activeOfOrder} for many orders. */
  List<Enrollment> activeOfOrders(Collection<Long> orderIds);

  /** Adds an enrollment unless its key is taken; empty then. */
  OptionalLong enter(
      String key, long seriesId, long versionId, Enrollment.Person person, Instant now);

  /** Whether a run was ever entered under that key. */
  boolean isEntered(String key);

  /** Keeps what made a person enter, with the run that it began. */
  void keepMoment(long enrollmentId, Moment moment);

  /** What made a member enter; empty for runs that an order began. */
  Optional<Moment> momentOf(Enrollment run);

  /** The same for many runs, by their ids; those that an order began are left out. */
  Map<Long, Moment> momentsOf(Collection<Enrollment> runs);

  /** All runs of the series that such a moment began, oldest first. */
  List<Enrollment> ofMoment(long seriesId, String momentKey);

  Optional<Enrollment> find(long id);

  /**
   * The runs as they are now, each locked until the transaction ends, in ascending order: of two
   * steps of one run that are due at once, the second to be decided sees what became of the first.
   */
  Map<Long, Enrollment> lock(List<Long> ids);

  /** Like the next two: sees what others committed while this transaction waited for the person. */
  List<Enrollment> activeOfOrder(long orderId);

  List<Enrollment> activeOfContact(String contact);

  /**
   * All runs of the person through the series, oldest first: of the mailbox, and of the customer
   * with whatever mailbox.
   *
   * @param customerId 0 without an account
   */
  List<Enrollment> ofPersonInSeries(String contact, long customerId, long seriesId);

  /** ACTIVE → the given end; false when it had ended already. */
  boolean end(long id, EnrollmentState state, ReasonCode reason, Instant at);

  /** Newest first; {@code state} null for all. */
  List<Enrollment> list(EnrollmentState state, Who who, int limit, int offset);

  int count(EnrollmentState state, Who who);

  /** The same for one mailbox; {@code contact} empty for all. */
  default List<Enrollment> list(EnrollmentState state, String contact, int limit, int offset) {
    return list(state, Who.exactly(contact), limit, offset);
  }

  default int count(EnrollmentState state, String contact) {
    return count(state, Who.exactly(contact));
  }

  /** How many people are inside the series now. */
  int countActive(long seriesId);

  /**
   * Runs through the series that are active on another version, those after the given run first; at
   * most so many, without a lock.
   */
  List<Enrollment> activeOnOtherVersions(long seriesId, long versionId, long after, int limit);

  int countOnOtherVersions(long seriesId, long versionId);

  /** Lets runs, which the caller has locked, go on with another version. */
  void moveTo(long versionId, Collection<Long> runIds);

  /** For the screen that lists them. */
  Pages<EnrollmentState, Enrollment> pages();
}
