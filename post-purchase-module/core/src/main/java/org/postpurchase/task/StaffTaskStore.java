package org.postpurchase.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The queue of tasks. All methods join the caller's transaction. */
public interface StaffTaskStore {
  /**
   * Opens a task; nothing happens when there is one of that key.
   *
   * @param key of the message that asks for it, at most 190 characters
   */
  void add(String key, String email, StaffTask.Text text, Instant now);

  /** Oldest first; null for any state, and part of an address or of the subject, or empty. */
  List<StaffTask> list(TaskState state, String search, int limit, int offset);

  int count(TaskState state, String search);

  /** The task, locked until the transaction ends. */
  Optional<StaffTask> lock(long id);

  void end(long id, TaskState state, StaffTask.End end);
}
