package org.postpurchase.broadleaf.testkit;

import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.postpurchase.broadleaf.config.PostPurchase;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.shared.Transactions;
import org.springframework.context.ApplicationContext;

/** Runs work on the host's entity manager, as the admin would. */
public final class SettingsAccess {
  private final SettingsQuery query;
  private final Transactions transactions;

  public SettingsAccess(ApplicationContext host) {
    this.transactions = host.getBean(PostPurchase.class).getTransactions();
    this.query =
        new SettingsQuery(
            host.getBean("entityManagerFactory", EntityManagerFactory.class), transactions);
  }

  public <T> T read(Function<EntityManager, T> work) {
    return query.read(work);
  }

  public Transactions transactions() {
    return transactions;
  }

  /** Switches the shipped English thank-you and prompt on, as of the beginning of time. */
  public void switchOn() {
    read(
        em -> {
          em.createQuery(
                  "update org.postpurchase.broadleaf.entity.MessageTemplateImpl t set t.active = true, t.activeSince = 0")
              .executeUpdate();
          em.createQuery(
                  "update org.postpurchase.broadleaf.entity.ConfirmationPromptImpl p set p.active = true")
              .executeUpdate();
          return null;
        });
  }
}
