package org.postpurchase.admin.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.PointsFixture;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.broadleaf.admin.WorkRecord;
import org.postpurchase.shared.WorkFailure;
import org.postpurchase.shared.WorkFailureStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.JdbcWorkFailures;
import org.postpurchase.shared.jdbc.SqlDialect;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnblockingWorkTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final PointsFixture fixture = new PointsFixture();
  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final WorkFailureStore store =
      new JdbcWorkFailures(
          fixture.jdbc, new Inserts(fixture.jdbc, SqlDialect.of(fixture.jdbc.getDataSource())));
  private final UnblockWork unblock =
      new UnblockWork(
          new AdminAccess(verifier, audit, new Directly()),
          store,
          audit,
          fixture.transactions,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void clear() {
    fixture.jdbc.update("delete from PP_WORK_FAILURE");
  }

  @Test
  void without_permission_nothing_changes_and_the_attempt_is_on_record() {
    block("points", "account 7 lot 3");

    assertThatThrownBy(() -> unblock.one("points", "account 7 lot 3"))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(unblock::all).isInstanceOf(SecurityServiceException.class);

    assertThat(store.count(true)).isEqualTo(1);
    assertThat(audit.rows).hasSize(2).allMatch(row -> row.startsWith("REFUSED clara"));
  }

  @Test
  void looking_at_it_or_unblocking_the_outbox_is_not_enough() {
    verifier
        .granting(WorkRecord.class, EntityOperationType.FETCH)
        .granting(OutboxRecord.class, EntityOperationType.UPDATE);
    block("points", "account 7 lot 3");

    assertThatThrownBy(unblock::all).isInstanceOf(SecurityServiceException.class);
  }

  @Test
  void one_item_is_due_at_once_with_a_fresh_count_and_on_record_once() throws Exception {
    permit();
    block("points", "account 7 lot 3");
    block("tiers", "account 7");

    assertThat(unblock.one("points", "account 7 lot 3")).isTrue();
    assertThat(unblock.one("points", "account 7 lot 3")).isFalse();
    assertThat(unblock.one("points", "account 8 lot 1")).isFalse();

    WorkFailure again = store.of("points").get(0);
    assertThat(again.blocked).isFalse();
    assertThat(again.attempts).isZero();
    assertThat(again.nextAt).isEqualTo(NOW);
    assertThat(store.of("tiers").get(0).blocked).isTrue();
    assertThat(audit.rows)
        .containsExactly("DONE clara | unblock work | points: account 7 lot 3 | due again");
  }

  @Test
  void all_means_all_of_every_work_however_many_pages_that_are() throws Exception {
    permit();
    for (int i = 0; i < 120; i++) {
      block("points", "account " + i + " lot 1");
      block("tiers", "account " + i);
    }

    assertThat(unblock.all()).isEqualTo(240);
    assertThat(unblock.all()).isZero();

    assertThat(store.count(true)).isZero();
    assertThat(audit.rows.get(0))
        .isEqualTo("DONE clara | unblock work | all items | 240 due again");
  }

  @ParameterizedTest
  @CsvSource({
    "account 7 lot 3, 7, 0",
    "account 7, 7, 0",
    "points:7:1772445600, 7, 0",
    "order 12, 0, 12",
    "order 12 hold cart-12, 0, 12",
    "fulfilment group 8, 0, 0",
    "all accounts, 0, 0",
    "order 99999999999999999999, 0, 0"
  })
  void an_item_leads_to_its_account_or_order(String key, long account, long order) {
    assertThat(new FailedItem(key).accountId).isEqualTo(account);
    assertThat(new FailedItem(key).orderId).isEqualTo(order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_de"})
  void every_work_that_can_fail_has_words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStream in =
        getClass()
            .getResourceAsStream(
                "/messages/PostPurchaseAdminMessages" + language + ".properties")) {
      words.load(in);
    }

    assertThat(works()).contains("points", "tiers", "ledger-proof", "sweep").hasSizeGreaterThan(8);
    for (String work : works()) {
      assertThat(words.getProperty("PostPurchase_Work_" + work)).as(work).isNotBlank();
    }
  }

  /** Names of work in the sources: those given to the policy, and workers that use it by name. */
  private static Set<String> works() throws IOException {
    Pattern given = Pattern.compile("Work\\.of\\(\\s*\"([a-z-]+)\"");
    Pattern named = Pattern.compile("name\\(\\) \\{\\s*return \"([a-z-]+)\"");
    Set<String> works = new TreeSet<>();
    for (String module : new String[] {"core", "broadleaf-3.1"}) {
      try (Stream<Path> files =
          Files.walk(Path.of("../post-purchase-module", module, "src/main/java"))) {
        for (Path file :
            (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
          String source = Files.readString(file);
          if (source.contains("WorkFailures")) {
            Matcher m = given.matcher(source);
            while (m.find()) {
              works.add(m.group(1));
            }
            m = named.matcher(source);
            while (m.find()) {
              works.add(m.group(1));
            }
          }
        }
      }
    }
    return works;
  }

  private void permit() {
    verifier.granting(WorkRecord.class, EntityOperationType.UPDATE);
  }

  private void block(String worker, String item) {
    fixture.transactions.run(
        () ->
            store.save(
                null,
                new WorkFailure(
                    worker,
                    item,
                    10,
                    NOW.minus(Duration.ofHours(3)),
                    NOW,
                    true,
                    "its row cannot be read")));
  }
}
