package org.postpurchase.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may know whom in the core. The rules themselves are tested in {@link BoundariesCanaryTest}.
 */
@AnalyzeClasses(
    packages = Boundaries.ROOT,
    importOptions = {ImportOption.DoNotIncludeTests.class, OnlyTheCore.class})
class BoundariesTest {
  @ArchTest static final ArchRule shared = Boundaries.feature("shared");
  @ArchTest static final ArchRule order = Boundaries.feature("order");
  @ArchTest static final ArchRule outbox = Boundaries.feature("outbox", "order");
  @ArchTest static final ArchRule messaging = Boundaries.feature("messaging");

  @ArchTest
  static final ArchRule confirmation = Boundaries.feature("confirmation", "order", "messaging");

  @ArchTest
  static final ArchRule series =
      Boundaries.feature(
          "series",
          "order",
          "messaging",
          "outbox",
          "consent",
          "tracking",
          "reward",
          "moment",
          "ask",
          "person",
          "segment",
          "holdout",
          "splittest",
          "click",
          "sunset",
          "restraint");

  @ArchTest
  static final ArchRule restraint =
      Boundaries.feature("restraint", "tracking", "consent", "ask", "messaging");

  @ArchTest static final ArchRule content = Boundaries.feature("content", "order");
  @ArchTest static final ArchRule recommend = Boundaries.feature("recommend", "order");
  @ArchTest static final ArchRule consent = Boundaries.feature("consent");
  @ArchTest static final ArchRule tracking = Boundaries.feature("tracking");
  @ArchTest static final ArchRule ledger = Boundaries.feature("ledger");

  @ArchTest
  static final ArchRule loyalty =
      Boundaries.feature(
          "loyalty",
          "ledger",
          "order",
          "outbox",
          "tracking",
          "tier",
          "moment",
          "person",
          "segment");

  @ArchTest static final ArchRule tier = Boundaries.feature("tier", "ledger", "moment");

  @ArchTest static final ArchRule reward = Boundaries.feature("reward", "order");

  @ArchTest
  static final ArchRule catalogue = Boundaries.feature("catalogue", "ledger", "loyalty", "reward");

  @ArchTest
  static final ArchRule referral =
      Boundaries.feature(
          "referral",
          "ask",
          "ledger",
          "loyalty",
          "messaging",
          "reward",
          "order",
          "outbox",
          "tracking",
          "moment");

  @ArchTest static final ArchRule moment = Boundaries.feature("moment");
  @ArchTest static final ArchRule brand = Boundaries.feature("brand", "order");
  @ArchTest static final ArchRule portable = Boundaries.feature("portable");
  @ArchTest static final ArchRule blocks = Boundaries.feature("blocks", "messaging");

  @ArchTest
  static final ArchRule occasion =
      Boundaries.feature("occasion", "order", "outbox", "moment", "tracking");

  @ArchTest
  static final ArchRule interest =
      Boundaries.feature("interest", "consent", "moment", "occasion", "order", "tracking");

  @ArchTest static final ArchRule ask = Boundaries.feature("ask", "order");

  @ArchTest
  static final ArchRule review =
      Boundaries.feature("review", "ask", "moment", "order", "outbox", "tracking");

  @ArchTest
  static final ArchRule person = Boundaries.feature("person", "order", "outbox", "moment");

  @ArchTest
  static final ArchRule analytics = Boundaries.feature("analytics", "click", "order", "outbox");

  @ArchTest static final ArchRule sunset = Boundaries.feature("sunset", "click", "moment", "order");

  @ArchTest static final ArchRule click = Boundaries.feature("click", "messaging", "tracking");

  @ArchTest
  static final ArchRule holdout = Boundaries.feature("holdout", "order", "outbox", "tracking");

  @ArchTest
  static final ArchRule splittest = Boundaries.feature("splittest", "holdout", "tracking");

  @ArchTest static final ArchRule privacy = Boundaries.feature("privacy", "people", "person");
  @ArchTest static final ArchRule people = Boundaries.feature("people", "person");
  @ArchTest static final ArchRule segment = Boundaries.feature("segment", "person", "moment");
  @ArchTest static final ArchRule story = Boundaries.feature("story", "moment", "review");

  @ArchTest
  static final ArchRule campaign =
      Boundaries.feature("campaign", "moment", "referral", "review", "story");

  @ArchTest
  static final ArchRule survey = Boundaries.feature("survey", "ask", "moment", "order", "tracking");

  @ArchTest
  static final ArchRule service =
      Boundaries.feature("service", "messaging", "moment", "order", "tracking");

  @ArchTest
  static final ArchRule helpdesk =
      Boundaries.feature("helpdesk", "ledger", "order", "people", "person", "service", "tracking");

  @ArchTest static final ArchRule task = Boundaries.feature("task", "messaging", "moment");

  @ArchTest
  static final ArchRule sms =
      Boundaries.feature("sms", "consent", "feedback", "messaging", "order", "outbox");

  @ArchTest static final ArchRule feedback = Boundaries.feature("feedback", "consent");
  @ArchTest static final ArchRule domain = Boundaries.feature("domain");
  @ArchTest static final ArchRule retention = Boundaries.feature("retention");

  @ArchTest static final ArchRule every_class_has_a_feature = Boundaries.EVERY_CLASS_HAS_A_FEATURE;
  @ArchTest static final ArchRule roots_are_plain_java = Boundaries.ROOTS_ARE_PLAIN_JAVA;
  @ArchTest static final ArchRule jdbc_knows_only_jdbc = Boundaries.JDBC_KNOWS_ONLY_JDBC;

  @ArchTest
  static final ArchRule velocity_knows_only_velocity = Boundaries.VELOCITY_KNOWS_ONLY_VELOCITY;

  @ArchTest static final ArchRule mail_knows_only_mail = Boundaries.MAIL_KNOWS_ONLY_MAIL;

  @ArchTest
  static final ArchRule pictures_know_only_pictures = Boundaries.PICTURES_KNOW_ONLY_PICTURES;

  @ArchTest
  static final ArchRule qr_codes_know_only_their_library =
      Boundaries.QR_CODES_KNOW_ONLY_THEIR_LIBRARY;

  @ArchTest
  static final ArchRule pdf_knows_only_its_library = Boundaries.PDF_KNOWS_ONLY_ITS_LIBRARY;

  @ArchTest
  static final ArchRule json_knows_only_its_library = Boundaries.JSON_KNOWS_ONLY_ITS_LIBRARY;

  @ArchTest
  static final ArchRule yaml_knows_only_its_library = Boundaries.YAML_KNOWS_ONLY_ITS_LIBRARY;

  @ArchTest
  static final ArchRule numbers_know_only_their_library =
      Boundaries.NUMBERS_KNOW_ONLY_THEIR_LIBRARY;

  @ArchTest static final ArchRule dns_knows_only_the_jdks = Boundaries.DNS_KNOWS_ONLY_THE_JDKS;

  @ArchTest static final ArchRule the_host_is_unknown = Boundaries.THE_HOST_IS_UNKNOWN;
  @ArchTest static final ArchRule time_is_injected = Boundaries.TIME_IS_INJECTED;
  @ArchTest static final ArchRule no_vague_names = Boundaries.NO_VAGUE_NAMES;
  @ArchTest static final ArchRule stores_are_hidden = Boundaries.STORES_ARE_HIDDEN;
  @ArchTest static final ArchRule technology_is_hidden = Boundaries.TECHNOLOGY_IS_HIDDEN;
  @ArchTest static final ArchRule no_cycles = Boundaries.NO_CYCLES;
}
