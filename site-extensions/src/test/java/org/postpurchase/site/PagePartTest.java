package org.postpurchase.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagePartTest {
  private static final Object FACTORY = new Object();
  private static final Object OTHER = new Object();

  private final EntityManagerHolder request = new EntityManagerHolder(unused());

  @AfterEach
  void leave_the_thread_as_it_was() {
    TransactionSynchronizationManager.unbindResource(FACTORY);
    TransactionSynchronizationManager.unbindResource(OTHER);
  }

  @Test
  void a_part_that_fails_never_sees_the_requests_entity_manager_and_leaves_it_open() {
    TransactionSynchronizationManager.bindResource(FACTORY, request);
    TransactionSynchronizationManager.bindResource(OTHER, "a resource of another kind");
    boolean[] seen = new boolean[2];

    Object shown =
        PagePart.shown(
            "a part",
            () -> {
              seen[0] = TransactionSynchronizationManager.hasResource(FACTORY);
              seen[1] = TransactionSynchronizationManager.hasResource(OTHER);
              throw new IllegalStateException("its table is gone");
            });

    assertThat(shown).isNull();
    assertThat(seen).containsExactly(false, true);
    assertThat(TransactionSynchronizationManager.getResource(FACTORY)).isSameAs(request);
  }

  @Test
  void a_part_within_a_part_is_worked_out_apart_as_well() {
    TransactionSynchronizationManager.bindResource(FACTORY, request);
    TransactionSynchronizationManager.bindResource(OTHER, "a resource of another kind");

    String shown =
        PagePart.shown(
            "outer", () -> Optional.ofNullable(PagePart.shown("inner", () -> Optional.of("both"))));

    assertThat(shown).isEqualTo("both");
    assertThat(TransactionSynchronizationManager.getResource(FACTORY)).isSameAs(request);
  }

  private static EntityManager unused() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("asked for " + method);
            });
  }
}
