package org.postpurchase.demo.site;

import javax.annotation.PostConstruct;
import javax.annotation.Resource;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.postpurchase.broadleaf.config.PostPurchase;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;

/**
 * Clicks, in the merchant's place, the two switches in the admin on the demo's very first start;
 * afterwards they are the merchant's.
 */
@Component
class SwitchOnOnce {
  private static final String TEMPLATES =
      "update org.postpurchase.broadleaf.entity.MessageTemplateImpl t set t.active = true, t.activeSince = :now"
          + " where t.activeSince is null";
  private static final String PROMPTS =
      "update org.postpurchase.broadleaf.entity.ConfirmationPromptImpl p set p.active = true";

  @Resource(name = "ppPostPurchase")
  private PostPurchase plugin;

  @Resource(name = "entityManagerFactory")
  private EntityManagerFactory factory;

  @PostConstruct
  void switchOn() {
    plugin
        .getTransactions()
        .run(
            () -> {
              EntityManager em = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
              long now = plugin.getClock().instant().toEpochMilli();
              if (em.createQuery(TEMPLATES).setParameter("now", now).executeUpdate() > 0) {
                em.createQuery(PROMPTS).executeUpdate();
              }
            });
  }
}
