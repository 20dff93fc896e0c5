package org.postpurchase.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each rule must report the small class that was written to break it; a rule that cannot is no
 * rule.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundariesCanaryTest {
  static Stream<Arguments> canaries() {
    return Stream.of(
        Arguments.of("shared.canary.KnowsAFeature", BoundariesTest.shared),
        Arguments.of("order.canary.KnowsTheOutbox", BoundariesTest.order),
        Arguments.of("outbox.canary.KnowsMessaging", BoundariesTest.outbox),
        Arguments.of("messaging.canary.KnowsOrders", BoundariesTest.messaging),
        Arguments.of("confirmation.canary.KnowsTheSeries", BoundariesTest.confirmation),
        Arguments.of("series.canary.KnowsTheConfirmation", BoundariesTest.series),
        Arguments.of("consent.canary.KnowsMessages", BoundariesTest.consent),
        Arguments.of("tracking.canary.KnowsConsent", BoundariesTest.tracking),
        Arguments.of("reward.canary.KnowsSteps", BoundariesTest.reward),
        Arguments.of("ledger.canary.KnowsWhatWasBought", BoundariesTest.ledger),
        Arguments.of("loyalty.canary.KnowsTheCodes", BoundariesTest.loyalty),
        Arguments.of("catalogue.canary.KnowsSeries", BoundariesTest.catalogue),
        Arguments.of("architecture.Homeless", Boundaries.EVERY_CLASS_HAS_A_FEATURE),
        Arguments.of("order.canary.KnowsItsStore", Boundaries.ROOTS_ARE_PLAIN_JAVA),
        Arguments.of("order.canary.KnowsALibrary", Boundaries.ROOTS_ARE_PLAIN_JAVA),
        Arguments.of("outbox.jdbc.KnowsVelocity", Boundaries.JDBC_KNOWS_ONLY_JDBC),
        Arguments.of("messaging.velocity.KnowsMail", Boundaries.VELOCITY_KNOWS_ONLY_VELOCITY),
        Arguments.of("messaging.mail.KnowsVelocityToo", Boundaries.MAIL_KNOWS_ONLY_MAIL),
        Arguments.of("architecture.KnowsTheHost", Boundaries.THE_HOST_IS_UNKNOWN),
        Arguments.of("series.canary.AsksTheSystem$ForAnInstant", Boundaries.TIME_IS_INJECTED),
        Arguments.of("series.canary.AsksTheSystem$ForMillis", Boundaries.TIME_IS_INJECTED),
        Arguments.of("series.canary.AsksTheSystem$ForADate", Boundaries.TIME_IS_INJECTED),
        Arguments.of("series.canary.AsksTheSystem$ForAClock", Boundaries.TIME_IS_INJECTED),
        Arguments.of("series.canary.SeriesManager", Boundaries.NO_VAGUE_NAMES),
        Arguments.of("outbox.jdbc.ShownStore", Boundaries.STORES_ARE_HIDDEN),
        Arguments.of("messaging.mail.ShownTransport", Boundaries.TECHNOLOGY_IS_HIDDEN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("canaries")
  void the_rule_reports_the_class_that_breaks_it(String canary, ArchRule rule) throws Exception {
    JavaClasses alone =
        new ClassFileImporter().importClasses(Class.forName(Boundaries.ROOT + "." + canary));

    assertThat(rule.evaluate(alone).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @Test
  void a_cycle_is_reported() {
    JavaClasses both =
        new ClassFileImporter()
            .importPackages(
                Boundaries.ROOT + ".order.canary",
                Boundaries.ROOT + ".outbox.canary",
                Boundaries.ROOT + ".messaging.canary",
                Boundaries.ROOT + ".outbox",
                Boundaries.ROOT + ".order");

    assertThat(Boundaries.NO_CYCLES.evaluate(both).hasViolation()).isTrue();
  }

  @Test
  void a_misspelt_neighbour_forbids_instead_of_allowing() throws Exception {
    JavaClasses alone =
        new ClassFileImporter().importClasses(Class.forName(Boundaries.ROOT + ".outbox.Outbox"));

    assertThat(Boundaries.feature("outbox", "ordr").evaluate(alone).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shared",
        "order",
        "outbox",
        "messaging",
        "confirmation",
        "series",
        "consent",
        "tracking",
        "reward",
        "ledger",
        "loyalty",
        "tier",
        "tier.jdbc",
        "loyalty.jdbc",
        "ledger.jdbc",
        "consent.jdbc",
        "reward.jdbc",
        "messaging.velocity",
        "messaging.mail",
        "messaging.jdbc",
        "outbox.jdbc",
        "order.jdbc",
        "series.jdbc",
        "shared.jdbc"
      })
  void every_package_the_rules_speak_of_exists(String name) {
    JavaClasses main =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Boundaries.ROOT + "." + name);

    assertThat(main).isNotEmpty();
    assertThat(Boundaries.FEATURES).contains(name.split("\\.")[0]);
  }
}
