package org.postpurchase.broadleaf.testkit;

import java.util.concurrent.Callable;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.broadleafcommerce.common.classloader.release.ThreadLocalManager;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Shares one entity manager for a while, as the host's open-entity-manager-in-view filter does for
 * a request.
 */
public final class WebRequest {
  private WebRequest() {}

  public static <T> T call(ApplicationContext host, Callable<T> work) throws Exception {
    EntityManagerFactory factory = host.getBean("entityManagerFactory", EntityManagerFactory.class);
    if (TransactionSynchronizationManager.hasResource(factory)) {
      return work.call();
    }
    EntityManager manager = factory.createEntityManager();
    TransactionSynchronizationManager.bindResource(factory, new EntityManagerHolder(manager));
    try {
      return work.call();
    } finally {
      TransactionSynchronizationManager.unbindResource(factory);
      manager.close();
      ThreadLocalManager.remove();
    }
  }
}
