package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * any number of nodes and whenever one of them dies. When anything in a batch fails it is undone
 * and its steps are taken one by one, so that a bad one stands alone: with a reason that a person
 * can act on it is parked at once, else tried again with growing rests and parked at last. A look
 * that finds nothing is one statement.
 */
public final class DueSteps implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(DueSteps.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);
  private static final int BATCH = 100;

  private final ExecutionStore executions;
  private final ReadCandidates read;
  private final DecideStep decide;
  private final ActOnStep act;
  private final Pace pace;

  /** Retry policy, transactions and clock of this node. */
  public static final class Pace {
    final AttemptPolicy policy;
    final Transactions transactions;
    final Clock clock;

    public Pace(AttemptPolicy policy, Transactions transactions, Clock clock) {
      this.policy = policy;
      this.transactions = transactions;
      this.clock = clock;
    }
  }

  DueSteps(
      ExecutionStore executions, ReadCandidates read, DecideStep decide, ActOnStep act, Pace pace) {
    this.executions = executions;
    this.read = read;
    this.decide = decide;
    this.act = act;
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
            claimed.addAll(executions.claim(now, BATCH));
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
    read.locked(claimed).forEach(c -> act.carryOut(decide.of(c, now), c, now));
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
      claimed(id, now, e -> act.park(verdict, read.of(e), now));
    } catch (RuntimeException unreadable) {
      LOG.debug("parked without a verdict", unreadable);
      claimed(id, now, e -> executions.park(e, reason, now));
    }
  }

  private void claimed(long id, Instant now, Consumer<StepExecution> work) {
    pace.transactions.run(() -> executions.claimOne(id, now).ifPresent(work));
  }
}
