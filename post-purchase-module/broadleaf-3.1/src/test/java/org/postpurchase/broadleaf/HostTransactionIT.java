package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;

/** Rows written with JDBC and rows written by the host's entity manager live and die together. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostTransactionIT {
  private final Plugin plugin = HostContext.plugin();
  private final SettingsAccess settings = new SettingsAccess(HostContext.get());

  @Test
  void both_are_rolled_back_together() {
    OrderEvent event = event("rolled-back");

    assertThatThrownBy(
            () ->
                settings.read(
                    em -> {
                      prompt(em).setStepsHeading("changed by a failing transaction");
                      em.flush();
                      plugin.getOutboxStore().append(event.key, "intake", event, Instant.EPOCH);
                      throw new IllegalStateException("the host fails afterwards");
                    }))
        .hasMessage("the host fails afterwards");

    assertThat(plugin.getOutboxStore().findEvent(event.key)).isEmpty();
    assertThat(settings.<String>read(em -> prompt(em).getStepsHeading())).doesNotContain("failing");
  }

  @Test
  void both_are_committed_together() {
    OrderEvent event = event("committed");

    settings.read(
        em -> {
          prompt(em).setStepsHeading("What happens now");
          plugin.getOutboxStore().append(event.key, "intake", event, Instant.EPOCH);
          return null;
        });

    assertThat(plugin.getOutboxStore().findEvent(event.key)).isPresent();
    assertThat(settings.<String>read(em -> prompt(em).getStepsHeading()))
        .isEqualTo("What happens now");
  }

  @Test
  void a_key_that_is_taken_is_an_answer_and_no_failure() {
    OrderEvent event = event("twice");

    plugin.getTransactions().run(() -> append(event, true));
    plugin
        .getTransactions()
        .run(
            () -> {
              append(event, false);
              append(event("afterwards"), true);
            });
  }

  private void append(OrderEvent event, boolean isNew) {
    assertThat(plugin.getOutboxStore().append(event.key, "intake", event, Instant.EPOCH))
        .isEqualTo(isNew);
  }

  private static ConfirmationPrompt prompt(javax.persistence.EntityManager em) {
    return em.createQuery(
            "select p from org.postpurchase.broadleaf.entity.ConfirmationPrompt p where p.localeCode = 'en'",
            ConfirmationPrompt.class)
        .getSingleResult();
  }

  private static OrderEvent event(String name) {
    return new OrderEvent(
        "test:" + name + ":" + System.nanoTime(),
        -1,
        OrderFact.SHIPPED,
        "",
        EventSource.SERVICE,
        Instant.EPOCH);
  }
}
