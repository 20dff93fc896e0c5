package org.postpurchase.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.retention.DeleteOldRows;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.HeldLease;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.WorkFailures;

/** All background work rests, gives up and renews its leases in one way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnePolicyForWorkTest {
  private static final String SHARED = "org.postpurchase.shared..";

  private static final ArchRule FAILURES_ARE_KEPT_BY_ONE_POLICY =
      classes()
          .that()
          .implement(DueWork.class)
          .and()
          .doNotBelongToAnyOf(DeleteOldRows.class) // in sets; a night that fails is the next one's
          .should(
              new ArchCondition<JavaClass>("let WorkFailures or AttemptPolicy decide on failures") {
                @Override
                public void check(JavaClass work, ConditionEvents events) {
                  boolean kept =
                      isUsedBy(work, WorkFailures.class)
                          || isUsedBy(work, LeasedWork.class)
                          || isUsedBy(work, AttemptPolicy.class);
                  events.add(new SimpleConditionEvent(work, kept, work.getName()));
                }
              });

  private static final ArchRule RESTS_ARE_NOT_COMPUTED_ELSEWHERE =
      noClasses()
          .that()
          .resideOutsideOfPackages(SHARED, "org.postpurchase.brand..") // powers of colours
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Math.class, "pow", double.class, double.class)
          .orShould()
          .callMethod(Executors.class, "newSingleThreadScheduledExecutor")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ScheduledExecutorService.class)
          .as("nobody but the shared classes waits, backs off or has a timer of its own");

  private static final ArchRule LEASES_ARE_RENEWED_BY_ONE_CLASS =
      classes()
          .that()
          .resideOutsideOfPackage(SHARED)
          .should(
              new ArchCondition<JavaClass>("renew the leases that they hold with HeldLease") {
                @Override
                public void check(JavaClass holder, ConditionEvents events) {
                  boolean holds =
                      holder.getMethodCallsFromSelf().stream()
                          .anyMatch(
                              call ->
                                  call.getTargetOwner().isEquivalentTo(Leases.class)
                                      && call.getName().equals("hold"));
                  if (holds) {
                    boolean renewed = isUsedBy(holder, HeldLease.class);
                    events.add(new SimpleConditionEvent(holder, renewed, holder.getName()));
                  }
                }
              });

  private final JavaClasses core =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(new OnlyTheCore())
          .importPackages(Boundaries.ROOT);

  @Test
  void every_worker_leaves_failures_rests_and_leases_to_the_shared_classes() {
    assertThat(core.stream().filter(c -> c.isAssignableTo(DueWork.class)).count()).isGreaterThan(8);
    FAILURES_ARE_KEPT_BY_ONE_POLICY.check(core);
    RESTS_ARE_NOT_COMPUTED_ELSEWHERE.check(core);
    LEASES_ARE_RENEWED_BY_ONE_CLASS.check(core);
  }

  @Test
  void a_worker_with_a_policy_of_its_own_is_reported_by_each_rule() {
    JavaClasses canary = new ClassFileImporter().importClasses(Stubborn.class);

    assertThat(FAILURES_ARE_KEPT_BY_ONE_POLICY.evaluate(canary).hasViolation()).isTrue();
    assertThat(RESTS_ARE_NOT_COMPUTED_ELSEWHERE.evaluate(canary).hasViolation()).isTrue();
    assertThat(LEASES_ARE_RENEWED_BY_ONE_CLASS.evaluate(canary).hasViolation()).isTrue();
  }

  private static boolean isUsedBy(JavaClass user, Class<?> used) {
    return user.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(used));
  }

  private static final class Stubborn implements DueWork {
    private final Leases leases;
    private int failed;

    Stubborn(Leases leases) {
      this.leases = leases;
    }

    @Override
    public String name() {
      return "stubborn " + new Random(failed).nextInt();
    }

    @Override
    public int runDue() {
      return leases.hold("mine", "me", 3600) ? (int) Math.pow(2, failed++) : 0;
    }

    @Override
    public Optional<Instant> nextDueAt() {
      return Optional.of(Instant.EPOCH.plus(Duration.ofMinutes(failed)));
    }
  }
}
