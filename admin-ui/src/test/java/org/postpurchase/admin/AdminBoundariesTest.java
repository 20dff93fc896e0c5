package org.postpurchase.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdminBoundariesTest {
  private static final ArchRule NO_STORES =
      noClasses()
          .that()
          .resideInAPackage("org.postpurchase.admin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..jdbc..", "..velocity..");
  private static final ArchRule NO_OWN_TIME =
      noClasses()
          .that()
          .resideInAPackage("org.postpurchase.admin..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
  private static final ArchRule PLAIN_NAMES =
      classes()
          .that()
          .resideInAPackage("org.postpurchase.admin..")
          .should()
          .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager)$");

  private final JavaClasses screens =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.postpurchase.admin");

  @Test
  void screens_know_features_and_not_their_stores() {
    assertThat(screens.size()).isGreaterThan(25);
    NO_STORES.check(screens);
    NO_OWN_TIME.check(screens);
    PLAIN_NAMES.check(screens);
  }

  @Test
  void the_rule_would_notice() {
    JavaClasses canary = new ClassFileImporter().importClasses(KnowsAStore.class);

    assertThat(NO_STORES.evaluate(canary).hasViolation()).isTrue();
  }

  private static final class KnowsAStore {
    static String of(JdbcTemplate template) {
      return template.toString();
    }
  }
}
