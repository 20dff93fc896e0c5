package org.postpurchase.admin.settings;

import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ListFactoryBean;

/**
 * Makes the host's shared list of event handlers safe to sort while others walk through it.
 *
 * <p>The host sorts that one list again for every request. Since Java 8 sorting counts as a change,
 * so a concurrent request fails with a ConcurrentModificationException as soon as the list has a
 * second member, and {@link GuardSettings} is one.
 */
final class SortSafeHandlers implements BeanPostProcessor {
  private static final String LIST = "blPersistenceManagerEventHandlers";

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (LIST.equals(name) && bean instanceof ListFactoryBean) {
      ((ListFactoryBean) bean).setTargetListClass(CopyOnWriteArrayList.class);
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean;
  }
}
