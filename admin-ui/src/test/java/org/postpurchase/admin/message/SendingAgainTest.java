package org.postpurchase.admin.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.Port;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.messaging.MessageStore;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingAgainTest {
  private final Set<Object> failed = new HashSet<>();
  private final Audit audit = new Audit();
  private final Verifier verifier =
      new Verifier().granting(MessageRecord.class, EntityOperationType.FETCH);
  private final SendAgain sendAgain =
      new SendAgain(
          new AdminAccess(verifier, audit, new Directly()),
          Port.of(MessageStore.class).on("sendAgain", args -> failed.remove(args[0])).get(),
          audit,
          new Directly(),
          Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void who_may_only_look_cannot_send() {
    failed.add(3L);

    assertThat(sendAgain.isAllowed()).isFalse();
    assertThatThrownBy(() -> sendAgain.message(3)).isInstanceOf(SecurityServiceException.class);

    assertThat(failed).containsExactly(3L);
    assertThat(audit.rows).singleElement().asString().startsWith("REFUSED clara | send message");
  }

  @Test
  void a_failed_message_is_queued_once_and_that_is_on_record() throws Exception {
    verifier.granting(OutboxRecord.class, EntityOperationType.UPDATE);
    failed.add(3L);

    assertThat(sendAgain.message(3)).isTrue();
    assertThat(sendAgain.message(3)).isFalse();

    assertThat(audit.rows).containsExactly("DONE clara | send message again | message 3 | queued");
  }
}
