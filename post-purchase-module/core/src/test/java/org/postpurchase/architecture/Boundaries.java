package org.postpurchase.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.stream.Stream;

/** The rules, so that the canaries can try the same ones. */
final class Boundaries {
  static final String ROOT = "org.postpurchase";
  static final String[] FEATURES = {
    "shared",
    "order",
    "outbox",
    "messaging",
    "confirmation",
    "content",
    "recommend",
    "consent",
    "tracking",
    "reward",
    "series",
    "ledger",
    "loyalty",
    "tier",
    "catalogue",
    "retention",
    "moment",
    "brand",
    "blocks",
    "portable",
    "referral",
    "ask",
    "review",
    "person",
    "segment",
    "story",
    "campaign",
    "survey",
    "task",
    "service",
    "helpdesk",
    "holdout",
    "splittest",
    "click",
    "sunset",
    "restraint",
    "occasion",
    "interest",
    "people",
    "analytics",
    "privacy",
    "sms",
    "feedback",
    "domain"
  };
  private static final String[] TECHNOLOGY = {
    "..jdbc..",
    "..velocity..",
    "..mail..",
    "..pictures..",
    "..qr..",
    "..pdf..",
    "..json..",
    "..yaml..",
    "..numbers..",
    "..dns.."
  };

  static final ArchRule EVERY_CLASS_HAS_A_FEATURE =
      classes().should().resideInAnyPackage(inside(FEATURES)).as("every class has a feature");

  static final ArchRule ROOTS_ARE_PLAIN_JAVA =
      classes()
          .that()
          .resideOutsideOfPackages(TECHNOLOGY)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "javax.crypto..", "javax.net..", "org.slf4j..")
                  .or(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(TECHNOLOGY)))))
          .as("feature roots know neither their stores nor any library");

  static final ArchRule JDBC_KNOWS_ONLY_JDBC =
      technology(
          "..jdbc..",
          "..jdbc..",
          "javax.sql..",
          "org.springframework.jdbc..",
          "org.springframework.dao..",
          "org.springframework.transaction..");

  static final ArchRule VELOCITY_KNOWS_ONLY_VELOCITY =
      technology("..velocity..", "..velocity..", "org.apache.velocity..");

  static final ArchRule MAIL_KNOWS_ONLY_MAIL =
      technology(
          "..mail..",
          "..mail..",
          "jakarta.mail..",
          "jakarta.activation..",
          "org.eclipse.angus.mail..");

  static final ArchRule PICTURES_KNOW_ONLY_PICTURES =
      technology("..pictures..", "..pictures..", "javax.imageio..");

  static final ArchRule QR_CODES_KNOW_ONLY_THEIR_LIBRARY =
      technology("..qr..", "..qr..", "io.nayuki.qrcodegen..");

  static final ArchRule PDF_KNOWS_ONLY_ITS_LIBRARY =
      technology("..pdf..", "..pdf..", "..qr..", "org.apache.pdfbox..");

  static final ArchRule JSON_KNOWS_ONLY_ITS_LIBRARY =
      technology("..json..", "..json..", "com.grack.nanojson..");

  static final ArchRule YAML_KNOWS_ONLY_ITS_LIBRARY =
      technology("..yaml..", "..yaml..", "org.snakeyaml.engine..");

  static final ArchRule NUMBERS_KNOW_ONLY_THEIR_LIBRARY =
      technology("..numbers..", "..numbers..", "com.google.i18n.phonenumbers..");

  static final ArchRule DNS_KNOWS_ONLY_THE_JDKS =
      technology("..dns..", "..dns..", "javax.naming..");

  static final ArchRule THE_HOST_IS_UNKNOWN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.broadleafcommerce..",
              "org.hibernate..",
              "javax.persistence..",
              "javax.servlet..",
              ROOT + ".broadleaf..")
          .as("the core knows no host");

  static final ArchRule TIME_IS_INJECTED =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(Calendar.class, "getInstance")
          .orShould()
          .callConstructor(Date.class)
          .as("time is injected");

  static final ArchRule NO_VAGUE_NAMES =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .as("names say what a class is for");

  /** What every store needs lies in {@code shared.jdbc}; a feature shows its module only. */
  static final ArchRule STORES_ARE_HIDDEN =
      classes()
          .that()
          .resideInAPackage("..jdbc..")
          .and()
          .resideOutsideOfPackage(ROOT + ".shared.jdbc..")
          .and()
          .haveSimpleNameNotEndingWith("JdbcModule")
          .should()
          .notBePublic()
          .as("stores are hidden behind their module");

  /** The engine creates two classes by name, so they must be public; see their docstrings. */
  static final ArchRule TECHNOLOGY_IS_HIDDEN =
      classes()
          .that()
          .resideInAnyPackage(
              "..velocity..", "..mail..", "..pictures..", "..json..", "..numbers..", "..dns..")
          .and()
          .haveSimpleNameNotEndingWith("Module")
          .and()
          .doNotHaveSimpleName("NoResources")
          .and()
          .doNotHaveSimpleName("SandboxUberspect")
          .and()
          .doNotHaveSimpleName("SmtpSettings")
          .should()
          .notBePublic()
          .as("libraries are hidden behind their module");

  static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  private Boundaries() {}

  /** Allow-list form: a misspelt feature fails instead of passing. */
  static ArchRule feature(String name, String... mayUse) {
    String[] own =
        inside(Stream.concat(Stream.of(name, "shared"), Stream.of(mayUse)).toArray(String[]::new));
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(own)))
        .as(name + " keeps to its neighbours");
  }

  private static ArchRule technology(String packages, String... mayUse) {
    return classes()
        .that()
        .resideInAPackage(packages)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(mayUse)
                .or(resideInAnyPackage("java..", "org.slf4j.."))
                .or(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(TECHNOLOGY)))))
        .as(packages + " knows its own library only");
  }

  private static String[] inside(String... features) {
    return Stream.of(features).map(f -> ROOT + "." + f + "..").toArray(String[]::new);
  }
}
