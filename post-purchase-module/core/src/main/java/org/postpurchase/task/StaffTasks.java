package org.postpurchase.task;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;

/**
 * Ends tasks on staff's word, and tells series how it went in the same transaction. A task ends
 * once: of two people the second is told that it has ended.
 */
public final class StaffTasks {
  public static final int NOTE_MAX = 2_000;

  private final StaffTaskStore store;
  private final Supplier<Moments> moments;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param moments known once the shop runs
   */
  public StaffTasks(
      StaffTaskStore store, Supplier<Moments> moments, Transactions transactions, Clock clock) {
    this.store = requireNonNull(store, "store");
    this.moments = requireNonNull(moments, "moments");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  public StaffTaskStore store() {
    return store;
  }

  /**
   * @param done whether the person was reached
   * @param note for colleagues; empty for none
   * @param actor login of whoever did it
   * @return false when there is no such task, or it has ended already
   */
  public boolean end(long id, boolean done, String note, String actor) {
    return transactions.call(
        () -> {
          Optional<StaffTask> task = store.lock(id).filter(t -> t.state == TaskState.OPEN);
          task.ifPresent(open -> end(open, done, note, actor));
          return task.isPresent();
        });
  }

  private void end(StaffTask task, boolean done, String note, String actor) {
    Instant now = clock.instant();
    String kept = ShownText.paragraphs(note, NOTE_MAX);
    store.end(
        task.id, done ? TaskState.DONE : TaskState.FAILED, new StaffTask.End(now, actor, kept));
    Moment.Builder moment =
        Moment.of(done ? TaskTrigger.DONE : TaskTrigger.FAILED, EmailAddress.stored(task.email))
            .values(MomentValues.none().text("task", task.text.subject));
    if (task.orderId != 0) {
      moment.order(task.orderId);
    }
    moments.get().report(moment.happened("task:" + task.id, now));
  }
}
