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
import org.postpurchase.messaging.AgainFilter;
import org.postpurchase.messaging.ChannelBreaker;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.shared.Purpose;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingAgainTest {
  private final Set<Object> failed = new HashSet<>();
  private boolean atRest = true;
  private int probes;
  private final Audit audit = new Audit();
  private final Verifier verifier =
      new Verifier().granting(MessageRecord.class, EntityOperationType.FETCH);
  private final SendAgain sendAgain =
      new SendAgain(
          new AdminAccess(verifier, audit, new Directly()),
          Port.of(MessageStore.class)
              .on(
                  "sendAgain",
                  args -> args[0] instanceof AgainFilter ? take() : (Object) failed.remove(args[0]))
              .get(),
          Port.of(ChannelBreaker.class)
              .on(
                  "probeNow",
                  args -> {
                    probes++;
                    return atRest;
                  })
              .get(),
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

  @Test
  void who_may_only_look_can_neither_send_all_nor_have_the_server_tried() {
    failed.add(3L);

    assertThatThrownBy(() -> sendAgain.all(new AgainFilter(null, "")))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(sendAgain::tryNow).isInstanceOf(SecurityServiceException.class);

    assertThat(failed).containsExactly(3L);
    assertThat(probes).isZero();
    assertThat(audit.rows)
        .hasSize(2)
        .allMatch(
            row -> row.startsWith("REFUSED clara | send") || row.startsWith("REFUSED clara | try"));
  }

  @Test
  void all_that_failed_are_queued_with_one_press_and_the_filter_is_on_record() throws Exception {
    verifier.granting(OutboxRecord.class, EntityOperationType.UPDATE);
    failed.add(3L);
    failed.add(4L);

    assertThat(sendAgain.all(new AgainFilter(Purpose.TRANSACTIONAL, " quota "))).isEqualTo(2);
    assertThat(sendAgain.all(new AgainFilter(null, ""))).isZero();

    assertThat(probes).as("the server is tried at once").isEqualTo(1);
    assertThat(audit.rows)
        .containsExactly(
            "DONE clara | send message again | failed messages purpose=TRANSACTIONAL reason"
                + " contains 'quota' | 2 queued",
            "DONE clara | send message again | failed messages purpose=any | 0 queued");
  }

  @Test
  void the_server_is_tried_on_a_persons_word_only_while_mail_is_at_rest() throws Exception {
    verifier.granting(OutboxRecord.class, EntityOperationType.UPDATE);

    assertThat(sendAgain.tryNow()).isTrue();
    atRest = false;
    assertThat(sendAgain.tryNow()).isFalse();

    assertThat(audit.rows).containsExactly("DONE clara | try mail server | mail | at once");
  }

  private int take() {
    int all = failed.size();
    failed.clear();
    return all;
  }
}
