package org.postpurchase.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingTest {
  private final Audit audit = new Audit();
  private final Verifier verifier =
      new Verifier().granting(MessageRecord.class, EntityOperationType.FETCH);
  private final AdminAccess access = new AdminAccess(verifier, audit, new Directly());

  @Test
  void a_refused_change_says_who_wanted_what() {
    assertThatThrownBy(
            () ->
                access.require(
                    OutboxRecord.class, EntityOperationType.UPDATE, "unblock outbox", "entry 7"))
        .isInstanceOf(SecurityServiceException.class);

    assertThat(audit.rows)
        .containsExactly(
            "REFUSED clara | unblock outbox | entry 7 | no UPDATE permission for OutboxRecord");
  }

  @Test
  void a_refused_look_leaves_no_row() {
    assertThatThrownBy(() -> access.requireRead(OutboxRecord.class))
        .isInstanceOf(SecurityServiceException.class);

    assertThat(audit.rows).isEmpty();
  }

  @Test
  void a_permitted_look_passes() throws Exception {
    access.requireRead(MessageRecord.class);

    assertThat(access.may(MessageRecord.class, EntityOperationType.UPDATE)).isFalse();
  }

  @Test
  void a_refusal_stands_even_if_it_cannot_be_recorded() {
    Transactions broken = failing(Transactions.class);
    AdminAccess unlucky = new AdminAccess(verifier, failing(AuditLog.class), broken);

    assertThatThrownBy(
            () ->
                unlucky.require(
                    OutboxRecord.class, EntityOperationType.UPDATE, "unblock outbox", "entry 7"))
        .isInstanceOf(SecurityServiceException.class);
  }

  private static <T> T failing(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, args) -> {
              throw new IllegalStateException("database gone");
            }));
  }
}
