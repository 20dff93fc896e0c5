package org.postpurchase.series;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of step executions. Methods join the caller's transaction. */
public interface ExecutionStore {
  /** Adds a step of an enrollment; {@code dueAt} null when its moment is not known yet. */
  void add(long enrollmentId, Step step, Instant dueAt);

  /**
   * Takes up to {@code limit} executions that are due, for this transaction alone: concurrent
   * claimers get disjoint ones. One statement when nothing is due.
   */
  List<StepExecution> claim(Instant now, int limit);

  /** Takes one scheduled execution in the same way; empty when it is not due or another has it. */
  Optional<StepExecution> claimOne(long id, Instant now);

  /** Gives a known moment to an execution that has not acted yet. */
  void schedule(StepExecution execution, Instant dueAt);

  /** Puts a scheduled one off to a later moment. */
  void defer(StepExecution execution, Instant dueAt, String reason);

  /** Ends an open one; false when somebody else has ended it. */
  boolean finish(StepExecution execution, ExecutionState state, String reason, Instant at);

  /** Cancels an open one, whoever has changed it in the meantime; false when it was not open. */
  boolean cancel(long id, String reason, Instant at);

  /** Counts a failed attempt and leaves it due later. */
  void retryLater(StepExecution execution, Instant dueAt, String reason);

  /** Sets one aside for a person, with the reason. */
  void park(StepExecution execution, String reason, Instant at);

  /** What the reason says after {@link #unpark}; its moment is not moved any more. */
  String TRIED_AGAIN = "Tried again by a person.";

  /** Makes a parked one due again; false when it is not parked. */
  boolean unpark(long id, Instant now);

  Optional<StepExecution> find(long id);

  Optional<StepExecution> find(long enrollmentId, String stepKey);

  /** The steps of many runs, each run's in order of position. */
  List<StepExecution> ofEnrollments(Collection<Long> enrollmentIds);

  /** The same as they are now, kept from other writers until the transaction ends. */
  List<StepExecution> lockOfEnrollments(Collection<Long> enrollmentIds);

  /**
   * Writes what becomes of executions that this transaction has claimed, or has read in runs that
   * it has locked.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException when one of them is not open
   *     any more, or was moved in the meantime
   */
  void write(List<ExecutionChange> changes);

  /** Adds the steps of runs that have just begun, by the runs' ids. */
  void addAll(Map<Long, NewRun> runs);

  /** Lets scheduled ones, in runs that the caller has locked, wait for their moment again. */
  void unschedule(Collection<Long> ids);

  /** Gives the steps of these runs the positions that they have in this list. */
  void place(List<Step> steps, Collection<Long> enrollmentIds);

  /** In order of position. */
  List<StepExecution> ofEnrollment(long enrollmentId);

  /**
   * Makes steps due now that were put off for what has ended; those whose planned moment has not
   * come keep it. Whoever decides about a step holds its row before the person's: the caller holds
   * no row of a person whose steps are being decided, or is ready to be run again.
   */
  void lookAtOnce(EndedRest what, Instant now);

  int countParked();

  Optional<Instant> nextDueAt();
}
