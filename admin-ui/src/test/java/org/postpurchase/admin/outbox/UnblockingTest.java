package org.postpurchase.admin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
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
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.OutboxEntry;
import org.postpurchase.outbox.OutboxState;
import org.postpurchase.outbox.OutboxStore;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnblockingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Set<Long> blocked = new TreeSet<>();
  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final OutboxStore store =
      Port.of(OutboxStore.class)
          .on("unblock", args -> blocked.remove(args[0]))
          .on("list", args -> page((Integer) args[1], (Integer) args[2]))
          .get();
  private final UnblockEntries unblock =
      new UnblockEntries(
          new AdminAccess(verifier, audit, new Directly()),
          store,
          audit,
          new Directly(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void without_permission_nothing_changes_and_the_attempt_is_on_record() {
    blocked.add(7L);

    assertThatThrownBy(() -> unblock.one(7)).isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(unblock::all).isInstanceOf(SecurityServiceException.class);

    assertThat(blocked).containsExactly(7L);
    assertThat(audit.rows).hasSize(2).allMatch(row -> row.startsWith("REFUSED clara"));
  }

  @Test
  void looking_is_not_unblocking() {
    verifier.granting(OutboxRecord.class, EntityOperationType.FETCH);
    blocked.add(7L);

    assertThatThrownBy(() -> unblock.one(7)).isInstanceOf(SecurityServiceException.class);
  }

  @Test
  void one_entry_is_unblocked_once() throws Exception {
    permit();
    blocked.add(7L);

    assertThat(unblock.one(7)).isTrue();
    assertThat(unblock.one(7)).isFalse();

    assertThat(audit.rows).containsExactly("DONE clara | unblock outbox | entry 7 | due again");
  }

  @Test
  void all_means_all_however_many_pages_that_are() throws Exception {
    permit();
    LongStream.rangeClosed(1, 450).forEach(blocked::add);

    assertThat(unblock.all()).isEqualTo(450);

    assertThat(blocked).isEmpty();
    assertThat(audit.rows)
        .containsExactly("DONE clara | unblock outbox | all entries | 450 due again");
  }

  private void permit() {
    verifier.granting(OutboxRecord.class, EntityOperationType.UPDATE);
  }

  private List<OutboxEntry> page(int limit, int offset) {
    List<OutboxEntry> page = new ArrayList<>();
    blocked.stream().skip(offset).limit(limit).forEach(id -> page.add(entry(id)));
    return page;
  }

  private static OutboxEntry entry(long id) {
    OrderEvent event =
        new OrderEvent(
            "submitted:" + id, id, OrderFact.SUBMITTED, "", EventSource.HOST_STATUS, NOW);
    return new OutboxEntry(
        id, "thank-buyer", event, OutboxState.BLOCKED, 8, 1, NOW, NOW, "out of order");
  }
}
