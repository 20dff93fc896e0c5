package org.postpurchase.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postpurchase.holdout.Holdout;
import org.postpurchase.holdout.Holdouts;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RewardRequest;
import org.postpurchase.splittest.SplitTests;

/**
 * The runs and steps that one transaction works on: read for all of them, changed in memory, and
 * written for all of them by {@link #write}.
 *
 * <p>What was changed in it is seen by whoever asks it next, as if it had been written at once;
 * only runs that have just begun are not. Writing fails as a whole when somebody else has changed a
 * row in the meantime; the transaction has to be undone then. For one thread and one transaction.
 */
final class RunBook {
  private final EnrollmentStore enrollments;
  private final ExecutionStore executions;
  private final DecisionStore decisions;
  private final MessageStore messages;
  private final IssueReward rewards;
  private Holdouts holdouts = Holdouts.NONE;
  private SplitTests splitTests = SplitTests.NONE;

  private final Map<Long, Enrollment> runs = new TreeMap<>();
  private final Map<Long, Set<Long>> runsOfOrder = new HashMap<>();
  private final Map<String, Set<Long>> runsOfContact = new HashMap<>();
  private final Map<Long, Set<Long>> runsOfCustomer = new HashMap<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<Long, String> keyOfRun = new HashMap<>();
  private final Map<Long, List<StepExecution>> steps = new HashMap<>();
  private final List<NewRun> begun = new ArrayList<>();

  /** The last one of each step. */
  private final Map<Long, ExecutionChange> changes = new LinkedHashMap<>();

  private final Map<Long, RunEnd> ends = new LinkedHashMap<>();
  private final List<Holdout.Place> places = new ArrayList<>();
  private final List<SplitTests.Noted> wordings = new ArrayList<>();
  private final List<RewardRequest> codes = new ArrayList<>();
  private final List<NewMessage> queued = new ArrayList<>();
  private final List<Function<List<OptionalLong>, TouchDecision>> verdicts = new ArrayList<>();

  RunBook(SeriesEngine.Stores stores, IssueReward rewards) {
    this.enrollments = stores.enrollments;
    this.executions = stores.executions;
    this.decisions = stores.decisions;
    this.messages = stores.messages;
    this.rewards = rewards;
  }

  /** Keeps who is in which group of a comparison. */
  RunBook keeping(Holdouts newHoldouts) {
    holdouts = newHoldouts;
    return this;
  }

  /** Keeps who gets which wording of an A/B test. */
  RunBook keeping(SplitTests newSplitTests) {
    splitTests = newSplitTests;
    return this;
  }

  /** Which wording of an A/B test somebody gets. */
  void note(SplitTests.Noted wording) {
    wordings.add(wording);
  }

  /** In which group of a comparison somebody is. */
  void note(Holdout.Place place) {
    places.add(place);
  }

  /** Notes runs that the caller has read, or locked, in this transaction. */
  void note(Collection<Enrollment> read) {
    for (Enrollment run : read) {
      runs.put(run.id, run);
      runsOfOrder.computeIfAbsent(run.orderId, id -> new TreeSet<>()).add(run.id);
      runsOfContact.computeIfAbsent(run.contact, c -> new TreeSet<>()).add(run.id);
      runsOfCustomer.computeIfAbsent(run.customerId, id -> new TreeSet<>()).add(run.id);
    }
  }

  /** The same for runs of whom it matters whether they were begun before. */
  void note(Map<String, Enrollment> readByKey) {
    note(readByKey.values());
    keys.addAll(readByKey.keySet());
    readByKey.forEach((key, run) -> keyOfRun.put(run.id, key));
  }

  /** Reads the steps of runs that the caller has locked. */
  void readSteps(Collection<Long> runIds) {
    noteSteps(
        runIds, runIds.isEmpty() ? Collections.emptyList() : executions.ofEnrollments(runIds));
  }

  /** Reads the steps of runs and keeps them from others until the transaction ends. */
  void lockSteps(Collection<Long> runIds) {
    noteSteps(
        runIds, runIds.isEmpty() ? Collections.emptyList() : executions.lockOfEnrollments(runIds));
  }

  private void noteSteps(Collection<Long> runIds, List<StepExecution> read) {
    runIds.forEach(id -> steps.put(id, new ArrayList<>()));
    read.forEach(step -> steps.get(step.enrollmentId).add(step));
  }

  /** In ascending order of their ids. */
  List<Enrollment> activeOfOrder(long orderId) {
    return among(runsOfOrder.get(orderId), run -> run.state == EnrollmentState.ACTIVE);
  }

  /** Of the mailbox, and of the customer with whatever mailbox; 0 without an account. */
  List<Enrollment> activeOfPerson(String contact, long customerId) {
    return among(ofPerson(contact, customerId), run -> run.state == EnrollmentState.ACTIVE);
  }

  /** The same through one series, ended ones too. */
  List<Enrollment> ofPersonInSeries(String contact, long customerId, long seriesId) {
    return among(ofPerson(contact, customerId), run -> run.seriesId == seriesId);
  }

  private Set<Long> ofPerson(String contact, long customerId) {
    Set<Long> ids = new TreeSet<>(runsOfContact.getOrDefault(contact, Collections.emptySet()));
    if (customerId > 0) {
      ids.addAll(runsOfCustomer.getOrDefault(customerId, Collections.emptySet()));
    }
    return ids;
  }

  private List<Enrollment> among(Set<Long> ids, Predicate<Enrollment> wanted) {
    return ids == null
        ? Collections.emptyList()
        : ids.stream().map(runs::get).filter(wanted).collect(Collectors.toList());
  }

  /** The key that a run was begun under; it must have been noted with it. */
  String keyOf(Enrollment run) {
    return keyOfRun.getOrDefault(run.id, "");
  }

  /** The run's steps in their order; they must have been read. */
  List<StepExecution> steps(long runId) {
    return new ArrayList<>(steps.get(runId));
  }

  /** Begins a run unless one was begun under that key; returns whether it is new. */
  boolean enter(NewRun run) {
    if (!keys.add(run.key)) {
      return false;
    }
    begun.add(run);
    return true;
  }

  /** Changes a step if it is as open as the change needs it; returns whether it was. */
  boolean change(ExecutionChange change) {
    List<StepExecution> ofRun = steps.get(change.before.enrollmentId);
    for (int i = 0; i < ofRun.size(); i++) {
      StepExecution now = ofRun.get(i);
      if (now.id == change.before.id) {
        if (now.epoch != change.before.epoch || !now.state.isOpen()) {
          return false;
        }
        changes.remove(change.before.id);
        changes.put(change.before.id, change);
        ofRun.set(i, change.after());
        return true;
      }
    }
    return false;
  }

  /** Ends a run that is active. */
  void end(RunEnd end) {
    Enrollment run = runs.get(end.runId);
    if (run.state == EnrollmentState.ACTIVE) {
      ends.put(end.runId, end);
      runs.put(end.runId, run.ended(end));
    }
  }

  void decide(TouchDecision decision) {
    verdicts.add(ids -> decision);
  }

  /** Gives out a code. */
  void give(RewardRequest code) {
    codes.add(code);
  }

  /** Queues a message together with the verdict that names it. */
  void send(NewMessage message, Function<OptionalLong, TouchDecision> verdict) {
    int place = queued.size();
    queued.add(message);
    verdicts.add(ids -> verdict.apply(ids.get(place)));
  }

  /**
   * Writes everything, in a number of statements that does not depend on how much it is.
   *
   * @param now when messages are queued and codes are given
   */
  void write(Instant now) {
    if (!changes.isEmpty()) {
      executions.write(new ArrayList<>(changes.values()));
    }
    if (!begun.isEmpty()) {
      enrollments.enterAll(begun, executions);
    }
    holdouts.note(places);
    splitTests.note(wordings);
    if (!codes.isEmpty()) {
      rewards.issueAll(codes, now);
    }
    List<OptionalLong> ids =
        queued.isEmpty() ? Collections.emptyList() : messages.queueAll(queued, now);
    if (!verdicts.isEmpty()) {
      decisions.storeAll(
          verdicts.stream().map(verdict -> verdict.apply(ids)).collect(Collectors.toList()));
    }
    if (!ends.isEmpty()) {
      enrollments.endAll(ends.values());
    }
  }
}
