package org.postpurchase.broadleaf.config;

import java.util.List;
import java.util.function.Supplier;
import org.postpurchase.messaging.Channel;
import org.postpurchase.moment.Moments;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.task.StaffChannel;
import org.postpurchase.task.StaffTaskStore;
import org.postpurchase.task.StaffTasks;
import org.postpurchase.task.TaskTrigger;
import org.postpurchase.task.jdbc.TaskJdbcModule;

/** Tasks for staff, put together once for each webapp. */
public final class TaskParts {
  private final StaffTasks tasks;
  private final StaffChannel channel;

  /**
   * @param moments known once the shop runs
   */
  TaskParts(Ground ground, Supplier<Moments> moments) {
    StaffTaskStore store = TaskJdbcModule.tasks(ground.jdbc, ground.inserts);
    tasks = new StaffTasks(store, moments, ground.transactions, ground.clock);
    channel = new StaffChannel(store, ground.transactions);
  }

  Channel channel() {
    return channel;
  }

  static List<PersonTrigger> triggers() {
    return TaskTrigger.both();
  }

  public StaffTasks getTasks() {
    return tasks;
  }
}
