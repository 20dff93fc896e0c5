package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on steps whose moment has come.
 *
 * <p>Claim, verdicts, messages and next states of a batch are one transaction: a step acts once, on
 * any number of nodes and whenever one of them dies. The number of statements does not depend on
 * how many steps are in a batch. When anything in a batch fails it is undone and its steps are
 * taken one by one, so that a failing one is isolated: with a reason that a person can act on it is
 * parked at once, else tried again with back-off and parked at last. A look that finds nothing is
 * one statement.
 */
public final class DueSteps implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(DueSteps.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);

  /** How many steps one transaction decides on, unless it is set. */
  static final int BATCH = 250;

  private static final int BATCH_MAX = 500;

  private final ExecutionStore executions;
  private final ReadCandidates read;
  private final CandidateFacts.Sources facts;
  private final Supplier<RunBook> books;
  private final DecideStep decide;
  private final ActOnStep act;
  private final Restraint restraint;
  private final RestForQuiet quiet;
  private final HoldBack holdBack;
  private final Pace pace;

  /** Retry policy, transactions and clock of this node. */
  public static final class Pace {
    final AttemptPolicy policy;
    final Transactions transactions;
    final Clock clock;
    int batch = BATCH;

    public Pace(AttemptPolicy policy, Transactions transactions, Clock clock) {
      this.policy = policy;
      this.transactions = transactions;
      this.clock = clock;
    }

    /**
     * @param newBatch how many steps, or messages, one transaction takes; 1 to 500
     */
    public Pace inBatchesOf(int newBatch) {
      if (newBatch < 1 || newBatch > BATCH_MAX) {
        throw new IllegalArgumentException(
            "a batch has 1 to " + BATCH_MAX + " steps, not " + newBatch);
      }
      batch = newBatch;
      return this;
    }
  }

  /** How a candidate is judged, and what follows. */
  static final class Judgement {
    final CandidateFacts.Sources facts;
    final DecideStep decide;
    final ActOnStep act;
    Restraint restraint = Restraint.NONE;
    HoldBack holdBack = HoldBack.NOBODY;
    RestForQuiet quiet = RestForQuiet.NEVER;

    Judgement(CandidateFacts.Sources facts, DecideStep decide, ActOnStep act) {
      this.facts = facts;
      this.decide = decide;
      this.act = act;
    }

    Judgement with(HoldBack newHoldBack) {
      holdBack = newHoldBack;
      return this;
    }

    Judgement with(RestForQuiet newQuiet) {
      quiet = newQuiet;
      return this;
    }

    Judgement with(Restraint newRestraint) {
      restraint = newRestraint;
      return this;
    }
  }

  DueSteps(
      ExecutionStore executions,
      ReadCandidates read,
      Supplier<RunBook> books,
      Judgement judgement,
      Pace pace) {
    this.executions = executions;
    this.read = read;
    this.books = books;
    this.facts = judgement.facts;
    this.decide = judgement.decide;
    this.act = judgement.act;
    this.restraint = judgement.restraint;
    this.quiet = judgement.quiet;
    this.holdBack = judgement.holdBack;
    this.pace = pace;
  }

  @Override
  public String name() {
    return "steps";
  }

  @Override
  public synchronized int runDue() {
    int touched = 0;
    while (!Thread.currentThread().isInterrupted()) {
      int batch = batch();
      if (batch == 0) {
        break;
      }
      touched += batch;
    }
    return touched;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return executions.nextDueAt();
  }

  private int batch() {
    Instant now = pace.clock.instant();
    List<StepExecution> claimed = new ArrayList<>();
    try {
      pace.transactions.run(
          () -> {
            claimed.clear();
            claimed.addAll(executions.claim(now, pace.batch));
            if (!claimed.isEmpty()) {
              act(claimed, now);
            }
          });
    } catch (RuntimeException | LinkageError one) { // one of them spoilt it for all
      if (claimed.isEmpty()) {
        throw one;
      }
      LOG.debug("a batch of steps is taken one by one", one);
      claimed.forEach(execution -> alone(execution.id, now));
    }
    return claimed.size();
  }

  private void act(List<StepExecution> claimed, Instant now) {
    RunBook book = books.get();
    Restraint.Turn turn = restraint.turn(now);
    List<Candidate> candidates = turn.inOrder(read.locked(claimed, book, turn::take));
    CandidateFacts known = facts.about(candidates, book::steps);
    RestForQuiet.Round resting = quiet.round(candidates);
    act.reach(candidates);
    for (Candidate c : candidates) {
      StepVerdict verdict = turn.judge(resting.judge(decide.of(c, known, now), c), c);
      StepVerdict last = holdBack.judge(verdict, c, book, now);
      if (last.verdict == Verdict.SEND) {
        turn.leaves(c, known);
      }
      act.carryOut(last, c, book, now);
    }
    known.asks.write();
    book.write(now);
  }

  private void alone(long id, Instant now) {
    try {
      claimed(id, now, e -> act(Collections.singletonList(e), now));
    } catch (Throwable failure) { // one bad step never stops the others, whatever it throws
      setAside(id, failure, now);
    }
  }

  private void setAside(long id, Throwable failure, Instant now) {
    String reason =
        Reasons.clip(
            failure instanceof PostPurchaseException ? failure.getMessage() : Reasons.of(failure));
    try {
      int attempts = executions.find(id).map(e -> e.attempts + 1).orElse(1);
      if (failure instanceof PostPurchaseException || pace.policy.isExhausted(attempts)) {
        park(id, reason, now);
      } else {
        Instant later = now.plus(pace.policy.restAfter(attempts));
        claimed(id, now, e -> executions.retryLater(e, later, reason));
      }
      TROUBLE.warn("aside", "step put aside execution=" + id + " reason=" + reason);
    } catch (RuntimeException unreachable) {
      TROUBLE.error(
          "unreachable",
          "step execution=" + id + " stays due, its failure was not stored",
          unreachable);
    }
  }

  /**
   * With its verdict if what it is about can be read, else without, in a transaction of its own: a
   * reader that failed may have spoilt the first one.
   */
  private void park(long id, String reason, Instant now) {
    StepVerdict verdict = StepVerdict.park(ReasonCode.PARKED, reason);
    try {
      claimed(id, now, e -> park(verdict, e, now));
    } catch (RuntimeException unreadable) {
      LOG.debug("parked without a verdict", unreadable);
      claimed(id, now, e -> executions.park(e, reason, now));
    }
  }

  private void park(StepVerdict verdict, StepExecution e, Instant now) {
    RunBook book = books.get();
    ActOnStep.park(verdict, read.locked(Collections.singletonList(e), book).get(0), book, now);
    book.write(now);
  }

  private void claimed(long id, Instant now, Consumer<StepExecution> work) {
    pace.transactions.run(() -> executions.claimOne(id, now).ifPresent(work));
  }
}
