package org.postpurchase.broadleaf.config;

import org.postpurchase.messaging.Channel;
import org.postpurchase.moment.Moments;
import org.postpurchase.task.StaffChannel;
import org.postpurchase.task.StaffTaskStore;
import org.postpurchase.task.StaffTasks;
import org.postpurchase.task.TaskTrigger;
import org.postpurchase.task.jdbc.TaskJdbcModule;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks that series give to staff. */
@Configuration
class TaskConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  StaffTaskStore ppStaffTaskStore() {
    return TaskJdbcModule.tasks(base.jdbc, base.inserts);
  }

  @Bean
  StaffTasks ppStaffTasks(StaffTaskStore store, ObjectFactory<Moments> moments) {
    return new StaffTasks(store, moments::getObject, base.transactions, base.clock);
  }

  /** A bean of the type {@link Channel} as those of a store are. */
  @Bean
  Channel ppStaffChannel(StaffTaskStore store) {
    return new StaffChannel(store, base.transactions);
  }

  @Bean
  ShippedTriggers ppTaskTriggers() {
    return new ShippedTriggers(TaskTrigger.both());
  }
}
