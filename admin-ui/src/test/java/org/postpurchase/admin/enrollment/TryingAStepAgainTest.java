package org.postpurchase.admin.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.series.ExecutionState;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.StepExecution;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TryingAStepAgainTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Set<Long> parked = new TreeSet<>(Set.of(7L));
  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final TryStepAgain again =
      new TryStepAgain(
          new AdminAccess(verifier, audit, new Directly()),
          Port.of(ExecutionStore.class)
              .on("find", args -> Optional.of(execution((Long) args[0])))
              .on("unpark", args -> parked.remove(args[0]))
              .get(),
          audit,
          new Directly(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void a_step_becomes_due_once() throws Exception {
    verifier.granting(EnrollmentRecord.class, EntityOperationType.UPDATE);

    assertThat(again.step(3, 7)).isTrue();
    assertThat(again.step(3, 7)).isFalse();

    assertThat(audit.rows)
        .containsExactly("DONE clara | try step again | enrollment 3 step 7 | due again");
  }

  @Test
  void looking_is_not_trying_and_the_attempt_is_on_record() {
    verifier.granting(EnrollmentRecord.class, EntityOperationType.FETCH);

    assertThatThrownBy(() -> again.step(3, 7)).isInstanceOf(SecurityServiceException.class);

    assertThat(parked).containsExactly(7L);
    assertThat(audit.rows).singleElement().asString().startsWith("REFUSED clara | try step again");
  }

  @Test
  void a_step_of_another_enrollment_is_left_alone() throws Exception {
    verifier.granting(EnrollmentRecord.class, EntityOperationType.UPDATE);

    assertThat(again.step(4, 7)).isFalse();

    assertThat(parked).containsExactly(7L);
    assertThat(audit.rows).isEmpty();
  }

  private static StepExecution execution(long id) {
    return new StepExecution(
        id, 3, "how-to", ExecutionState.PARKED, NOW, NOW, 1, 1, "template broken");
  }
}
