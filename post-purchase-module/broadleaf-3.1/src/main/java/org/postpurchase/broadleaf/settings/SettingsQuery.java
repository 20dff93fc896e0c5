package org.postpurchase.broadleaf.settings;

import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.postpurchase.shared.OncePerBatch;
import org.postpurchase.shared.Transactions;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;

/** Runs work on the entity manager of the current transaction, beginning one when there is none. */
public final class SettingsQuery {
  private final EntityManagerFactory factory;
  private final Transactions transactions;

  public SettingsQuery(EntityManagerFactory factory, Transactions transactions) {
    this.factory = factory;
    this.transactions = transactions;
  }

  /**
   * The same, asked once while a page is shown or a batch of events is handled. The answer must not
   * need the transaction any more.
   *
   * @param question see {@link OncePerPage#of} and {@link OncePerBatch#of}
   */
  <T> T once(String question, Function<EntityManager, T> work) {
    return OncePerPage.of(question, () -> OncePerBatch.of(question, () -> read(work)));
  }

  public <T> T read(Function<EntityManager, T> work) {
    return transactions.call(
        () -> work.apply(EntityManagerFactoryUtils.getTransactionalEntityManager(factory)));
  }
}
