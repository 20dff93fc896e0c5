package org.postpurchase.task;

import java.time.Instant;
import java.util.Optional;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;

/** The queue of tasks. All methods join the caller's transaction. */
public interface StaffTaskStore {
  /**
   * Opens a task; nothing happens when there is one of that key.
   *
   * @param key of the message that asks for it, at most 190 characters
   */
  void add(String key, String email, StaffTask.Text text, Instant now);

  /** Oldest first; null for any state, and part of an address or of the subject, or empty. */
  PageOf<StaffTask> page(TaskState state, String search, ListPage page);

  /** How many there are; {@code most} + 1 when they are more than that. */
  int countUpTo(int most, TaskState state, String search);

  /** The task, locked until the transaction ends. */
  Optional<StaffTask> lock(long id);

  void end(long id, TaskState state, StaffTask.End end);
}
