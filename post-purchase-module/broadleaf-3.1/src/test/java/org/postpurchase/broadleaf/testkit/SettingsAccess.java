package org.postpurchase.broadleaf.testkit;

import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.shared.Transactions;
import org.springframework.context.ApplicationContext;

/** Runs work on the host's entity manager, as the admin would. */
public final class SettingsAccess {
  private final SettingsQuery query;
  private final Transactions transactions;
  private final Plugin plugin;

  public SettingsAccess(ApplicationContext host) {
    this.plugin = new Plugin(host);
    this.transactions = plugin.getTransactions();
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

  /** Switches the thank-you for every order and the prompts on, as of the beginning of time. */
  public void switchOn() {
    activate("every-order", 0);
    read(
        em ->
            em.createQuery(
                    "update org.postpurchase.broadleaf.entity.ConfirmationPromptImpl p set p.active = true")
                .executeUpdate());
  }

  /** Switches a shipped series off again. */
  public void deactivate(String presetKey) {
    read(
        em ->
            em.createQuery(
                    "update org.postpurchase.broadleaf.entity.SeriesImpl s set s.status = 'DRAFT' where s.presetKey = :key")
                .setParameter("key", presetKey)
                .executeUpdate());
  }

  /** Publishes and switches a shipped series on, as a merchant's save does. */
  public void activate(String presetKey, long since) {
    read(
        em -> {
          org.postpurchase.broadleaf.entity.Series row =
              em.createQuery(
                      "select s from org.postpurchase.broadleaf.entity.Series s where s.presetKey = :key",
                      org.postpurchase.broadleaf.entity.Series.class)
                  .setParameter("key", presetKey)
                  .getSingleResult();
          Series series = plugin.getSeries().catalog.find(row.getId()).orElseThrow();
          row.setLiveVersion(
              plugin.getSeries().publish.publish(row.getId(), series.draft, series.liveVersion));
          row.setStatus(SeriesStatus.ACTIVE.name());
          row.setActiveSince(since);
          return null;
        });
  }
}
