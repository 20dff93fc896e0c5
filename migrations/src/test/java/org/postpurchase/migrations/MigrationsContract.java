package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.postpurchase.migrations.testkit.SqlScript;
import org.postpurchase.migrations.testkit.TestDatabase;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class MigrationsContract {
  /** Sections, permissions and what joins them to roles; grows with each screen. */
  private static final int ADMIN_ROWS = 556;

  private static final LockTiming IMPATIENT = new LockTiming(50, 20, 25, 60_000);

  private TestDatabase database;
  private Migrations migrations;
  private List<String> freshStructure;

  abstract TestDatabase open();

  @BeforeEach
  void open_an_empty_database() {
    database = open();
    migrations = new Migrations(database.dataSource(), IMPATIENT);
  }

  @AfterEach
  void drop_it() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void every_table_and_every_column_has_a_comment_and_a_name_without_quotes() throws SQLException {
    database.withTables();

    assertThat(catalogue().tables()).isNotEmpty().allMatch(t -> t.matches("(?i)pp_[a-z_]+"));
    assertThat(catalogue().comments()).hasSizeGreaterThan(80).allMatch(c -> c.matches(".+: .+\\."));
    for (String line : catalogue().comments()) {
      String[] name = line.split(":")[0].toUpperCase(Locale.ROOT).split("\\.");
      execute("select " + (name.length == 1 ? "count(*)" : name[1]) + " from " + name[0]);
    }
  }

  @Test
  void a_second_run_changes_nothing() throws SQLException {
    MigrationReport first = migrations.run(Phase.ALL);
    List<String> structure = catalogue().structure();

    assertThat(first.applied()).contains("pp-outbox", "pp-message", "pp-message-template");
    assertThat(migrations.run(Phase.ALL).applied()).isEmpty();
    assertThat(migrations.run(Phase.SCHEMA).applied()).isEmpty();
    assertThat(catalogue().structure()).isEqualTo(structure);
  }

  @Test
  void two_runs_at_the_same_time_both_succeed() throws Exception {
    ExecutorService processes = Executors.newFixedThreadPool(3);
    List<Future<MigrationReport>> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      runs.add(
          processes.submit(
              () -> new Migrations(database.dataSource(), IMPATIENT).run(Phase.SCHEMA)));
    }
    List<String> applied = new ArrayList<>();
    for (Future<MigrationReport> run : runs) {
      assertThat(run.get().abandonedBy()).isEmpty();
      applied.addAll(run.get().applied());
    }
    processes.shutdown();

    assertThat(applied).doesNotHaveDuplicates().contains("pp-outbox");
  }

  @Test
  void the_lock_of_a_dead_process_is_taken_over() throws SQLException {
    database.withTables();
    migrations.run(Phase.SCHEMA);
    execute("update PP_CHANGELOG_LOCK set OWNER = '4711@web1', BEAT = 12");

    assertThat(migrations.run(Phase.SCHEMA).abandonedBy()).contains("4711@web1");
    assertThat(migrations.run(Phase.SCHEMA).abandonedBy()).isEmpty();
  }

  @Test
  void the_lock_of_a_living_process_is_respected() throws SQLException {
    LockTiming hasty = new LockTiming(20, 20, 25, 1_500);
    try (RunLock held = RunLock.acquire(database.dataSource(), hasty)) {
      assertThat(held.abandonedBy()).isNull();
      Migrations late = new Migrations(database.dataSource(), hasty);
      assertThatThrownBy(() -> late.run(Phase.SCHEMA))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("Another process");
    }
  }

  @Test
  @Tag("long")
  void a_process_killed_anywhere_is_continued_by_the_next() throws SQLException {
    HostAdminTables.create(database.dataSource());
    HostAdminTables.addRoles(database.dataSource());
    int deaths = 0;
    while (!runAndDieAfter(5 + 25 * deaths)) {
      deaths++;
    }

    assertThat(deaths).isGreaterThan(4);
    assertThat(migrations.run(Phase.ALL).applied()).isEmpty();
    assertThat(catalogue().structure()).isEqualTo(structureOfAFreshRun());
    assertThat(adminRows()).isEqualTo(ADMIN_ROWS);
  }

  @Test
  void settings_tables_made_anew_by_the_host_are_left_alone() throws SQLException {
    database.withTables();
    execute("drop table PP_MESSAGE_TEMPLATE");
    execute(
        "create table PP_MESSAGE_TEMPLATE (TEMPLATE_ID bigint not null primary key,"
            + " TEMPLATE_KEY varchar(60) not null, LOCALE_CODE varchar(20) not null,"
            + " unique (TEMPLATE_KEY, LOCALE_CODE))");

    assertThat(migrations.run(Phase.ALL).applied()).isEmpty();
    execute("drop table PP_CONFIRMATION_PROMPT");
    assertThat(migrations.run(Phase.ALL).applied()).containsExactly("pp-confirmation-prompt");
  }

  @Test
  void admin_rows_come_as_soon_as_the_host_is_ready_and_only_once() throws SQLException {
    assertThat(migrations.run(Phase.ALL).applied()).doesNotContain("admin-security");
    HostAdminTables.create(database.dataSource());
    assertThat(migrations.run(Phase.ALL).applied()).isEmpty();
    HostAdminTables.addRoles(database.dataSource());

    assertThat(migrations.run(Phase.SCHEMA).applied()).isEmpty();
    assertThat(migrations.run(Phase.ALL).applied())
        .startsWith("admin-security", "admin-security-series")
        .contains("admin-security-home", "admin-security-service", "admin-security-referral")
        .endsWith("admin-roles", "admin-menu-groups")
        .allMatch(id -> id.startsWith("admin-"))
        .doesNotHaveDuplicates();
    int rows = adminRows();
    assertThat(rows).isEqualTo(ADMIN_ROWS);
    assertThat(migrations.run(Phase.ALL).applied()).isEmpty();
    assertThat(adminRows()).isEqualTo(rows);
    assertThat(column("select count(*) from BLC_ADMIN_SECTION where CEILING_ENTITY is not null"))
        .as("an admin without the plugin would look for that class on every page")
        .containsExactly("0");
  }

  @Test
  void customer_service_works_on_cases_and_answers_and_only_looks_at_the_rest()
      throws SQLException {
    installed();

    assertThat(permissionsOf("ROLE_CUSTOMER_SERVICE_REP"))
        .containsExactly(
            "PERMISSION_ALL_PP_CASE",
            "PERMISSION_ALL_PP_CONTENT",
            "PERMISSION_READ_PP_CONSENT",
            "PERMISSION_READ_PP_DECISION",
            "PERMISSION_READ_PP_DELIVERY",
            "PERMISSION_READ_PP_EARNING_RULE",
            "PERMISSION_READ_PP_ENROLLMENT",
            "PERMISSION_READ_PP_MESSAGE",
            "PERMISSION_READ_PP_PERSON",
            "PERMISSION_READ_PP_POINTS",
            "PERMISSION_READ_PP_PRESET",
            "PERMISSION_READ_PP_PROGRAMME",
            "PERMISSION_READ_PP_RECOMMENDATION",
            "PERMISSION_READ_PP_REFERRAL",
            "PERMISSION_READ_PP_REVIEW",
            "PERMISSION_READ_PP_REVIEW_SETTINGS",
            "PERMISSION_READ_PP_REWARD",
            "PERMISSION_READ_PP_SEGMENT",
            "PERMISSION_READ_PP_SENDING",
            "PERMISSION_READ_PP_SERVICE",
            "PERMISSION_READ_PP_SUPPRESSION",
            "PERMISSION_READ_PP_SURVEY",
            "PERMISSION_READ_PP_TIER");
    assertThat(permissionsOf("ROLE_ADMIN"))
        .contains(
            "PERMISSION_ALL_PP_BRAND",
            "PERMISSION_ALL_PP_CASE",
            "PERMISSION_ALL_PP_CONTENT",
            "PERMISSION_ALL_PP_EARNING_RULE",
            "PERMISSION_ALL_PP_ENROLLMENT",
            "PERMISSION_ALL_PP_HOME",
            "PERMISSION_ALL_PP_OUTBOX",
            "PERMISSION_ALL_PP_PERSON",
            "PERMISSION_ALL_PP_POINTS",
            "PERMISSION_ALL_PP_PROGRAMME",
            "PERMISSION_ALL_PP_PROMPT",
            "PERMISSION_ALL_PP_REFERRAL",
            "PERMISSION_ALL_PP_REVIEW",
            "PERMISSION_ALL_PP_REVIEW_SETTINGS",
            "PERMISSION_ALL_PP_REWARD",
            "PERMISSION_ALL_PP_SEGMENT",
            "PERMISSION_ALL_PP_SENDING",
            "PERMISSION_ALL_PP_SERIES",
            "PERMISSION_ALL_PP_SERVICE",
            "PERMISSION_ALL_PP_STEP",
            "PERMISSION_ALL_PP_SUPPRESSION",
            "PERMISSION_ALL_PP_SURVEY",
            "PERMISSION_ALL_PP_TEMPLATE",
            "PERMISSION_ALL_PP_TIER",
            "PERMISSION_ALL_PP_WORK",
            "PERMISSION_READ_PP_CONSENT",
            "PERMISSION_READ_PP_DECISION",
            "PERMISSION_READ_PP_MESSAGE",
            "PERMISSION_READ_PP_SERIES");
  }

  @Test
  void an_older_installation_gets_the_rights_of_later_features_too() throws SQLException {
    installed();
    int sections = count("BLC_ADMIN_SECTION");
    int permissions = count("BLC_ADMIN_PERMISSION");
    execute("delete from BLC_ADMIN_ROLE_PERMISSION_XREF where ADMIN_PERMISSION_ID <= -31160");
    execute("delete from BLC_ADMIN_SEC_PERM_XREF where ADMIN_SECTION_ID <= -31010");
    execute("delete from BLC_ADMIN_PERMISSION_XREF where ADMIN_PERMISSION_ID <= -31160");
    execute("delete from BLC_ADMIN_PERMISSION_ENTITY where ADMIN_PERMISSION_ID <= -31110");
    execute("delete from BLC_ADMIN_SECTION where ADMIN_SECTION_ID <= -31010");
    execute(
        "delete from BLC_ADMIN_PERMISSION where ADMIN_PERMISSION_ID <= -31160"
            + " or ADMIN_PERMISSION_ID between -31149 and -31110");

    assertThat(migrations.run(Phase.ALL).applied())
        .contains(
            "admin-security-series",
            "admin-security-loyalty",
            "admin-security-tiers",
            "admin-security-catalogue",
            "admin-security-work",
            "admin-security-reviews",
            "admin-security-segments",
            "admin-security-service",
            "admin-security-referral");
    assertThat(count("BLC_ADMIN_SECTION")).isEqualTo(sections);
    assertThat(count("BLC_ADMIN_PERMISSION")).isEqualTo(permissions);
  }

  @Test
  void a_right_that_the_merchant_took_away_stays_away() throws SQLException {
    installed();
    execute("delete from BLC_ADMIN_ROLE_PERMISSION_XREF where ADMIN_ROLE_ID = -4");

    migrations.run(Phase.ALL);

    assertThat(permissionsOf("ROLE_CUSTOMER_SERVICE_REP")).isEmpty();
  }

  @Test
  void four_roles_may_do_what_their_names_say_and_no_more() throws SQLException {
    installed();

    assertThat(permissionsOf("ROLE_PP_ANALYST"))
        .contains("PERMISSION_READ_PP_HOME", "PERMISSION_READ_PP_SERIES")
        .allMatch(name -> name.startsWith("PERMISSION_READ_"))
        .doesNotContain(
            "PERMISSION_READ_PP_PERSON",
            "PERMISSION_READ_PP_MESSAGE",
            "PERMISSION_READ_PP_CONSENT",
            "PERMISSION_READ_PP_SUPPRESSION");
    assertThat(permissionsOf("ROLE_PP_MARKETER"))
        .contains(
            "PERMISSION_ALL_PP_SERIES", "PERMISSION_ALL_PP_TEMPLATE", "PERMISSION_READ_PP_HOME")
        .doesNotContain(
            "PERMISSION_ALL_PP_POINTS",
            "PERMISSION_ALL_PP_PERSON",
            "PERMISSION_READ_PP_PERSON",
            "PERMISSION_ALL_PP_OUTBOX");
    assertThat(permissionsOf("ROLE_PP_SERVICE"))
        .contains("PERMISSION_ALL_PP_CASE", "PERMISSION_ALL_PP_POINTS", "PERMISSION_READ_PP_PERSON")
        .doesNotContain(
            "PERMISSION_ALL_PP_PERSON", "PERMISSION_ALL_PP_SERIES", "PERMISSION_ALL_PP_TEMPLATE");
    assertThat(permissionsOf("ROLE_PP_ADMINISTRATOR"))
        .contains("PERMISSION_ALL_PP_PERSON", "PERMISSION_ALL_PP_OUTBOX", "PERMISSION_ALL_PP_HOME");
  }

  @Test
  void the_printed_sql_makes_the_same_tables() throws SQLException {
    String printed = migrations.sql(Phase.SCHEMA);
    assertThat(catalogue().tables()).isEmpty();
    SqlScript.of(printed).run(database.dataSource());

    assertThat(catalogue().structure()).isEqualTo(structureOfAFreshRun());
    assertThat(migrations.run(Phase.SCHEMA).applied()).isEmpty();
    assertThat(migrations.sql(Phase.SCHEMA).lines())
        .allMatch(line -> line.isBlank() || line.startsWith("--"));
  }

  @Test
  void the_sql_made_without_a_database_makes_the_same_tables() throws SQLException {
    TargetDatabase target = TargetDatabase.valueOf(database.name().toUpperCase(Locale.ROOT));
    HostAdminTables.create(database.dataSource());
    HostAdminTables.addRoles(database.dataSource());
    SqlScript.of(Migrations.offlineSql(target, Phase.ALL)).run(database.dataSource());

    assertThat(catalogue().structure()).isEqualTo(structureOfAFreshRun());
    assertThat(adminRows()).isEqualTo(ADMIN_ROWS);
    assertThat(migrations.run(Phase.ALL).applied()).isEmpty();
    assertThat(adminRows()).isEqualTo(ADMIN_ROWS);
  }

  @Test
  void earning_rules_of_before_keep_what_they_gave_and_newer_ones_are_left_alone()
      throws SQLException {
    database.withTables();
    rule(1, "SPEND", "'EUR=1,\nGBP=1.5', null, null, null", "null");
    rule(2, "MULTIPLY", "null, null, 200, null", "null");
    rule(3, "FIRST_ORDER", "null, 500, null, null", "null");
    rule(4, "EVENT", "null, 100, null, 'BIRTHDAY'", "null");
    rule(5, "SPEND", "'EUR=9', null, null, null", "'rates=EUR=2'");
    rule(6, "VISITS", "'EUR=9', 1, 2, 'X'", "null");
    List<String> settings =
        List.of(
            "rates=EUR=1,, GBP=1.5",
            "percent=200",
            "points=500",
            "eventCode=BIRTHDAY\npoints=100",
            "rates=EUR=2",
            "none");

    assertThat(migrations.run(Phase.SCHEMA).applied()).as("cut off between").hasSize(4);
    String all = "select coalesce(SETTINGS, 'none') from PP_EARNING_RULE order by RULE_ID";
    assertThat(column(all)).isEqualTo(settings);

    execute("alter table PP_EARNING_RULE drop column SETTINGS");
    execute("delete from PP_CHANGELOG where ID = 'pp-earning-rule-settings'");
    execute("delete from PP_EARNING_RULE where RULE_ID > 4");
    SqlScript.of(migrations.sql(Phase.SCHEMA)).run(database.dataSource());
    assertThat(column(all)).as("from a printed script").isEqualTo(settings.subList(0, 4));
    assertThat(migrations.run(Phase.SCHEMA).applied()).isEmpty();

    for (String old : List.of("RATES", "POINTS", "PERCENT", "EVENT_CODE")) {
      execute("alter table PP_EARNING_RULE drop column " + old);
    }
    execute("update PP_EARNING_RULE set SETTINGS = null");
    assertThat(migrations.run(Phase.SCHEMA).applied()).as("made by the host").isEmpty();
  }

  private void rule(int id, String type, String before, String settings) throws SQLException {
    execute(
        "insert into PP_EARNING_RULE (RULE_ID, NAME, ACTIVE, PERIOD_KEY, PRIORITY, EDITION,"
            + " RULE_TYPE, RATES, POINTS, PERCENT, EVENT_CODE, SETTINGS) values ("
            + String.join(", ", "" + id, "'a rule'", "true", "'EVER'", "1", "1", "'" + type + "'")
            + ", "
            + before
            + ", "
            + settings
            + ")");
  }

  /** With the admin's rows, by the SQL that makes the same ones as a run. */
  private void installed() throws SQLException {
    HostAdminTables.create(database.dataSource());
    HostAdminTables.addRoles(database.dataSource());
    database.with(Phase.ALL);
  }

  private boolean runAndDieAfter(int changes) {
    try {
      new Migrations(new DyingDataSource(database.dataSource(), changes).dataSource(), IMPATIENT)
          .run(Phase.ALL);
      return true;
    } catch (MigrationException e) {
      assertThat(e).hasMessageContaining("killed");
      return false;
    }
  }

  private List<String> structureOfAFreshRun() throws SQLException {
    if (freshStructure == null) {
      try (TestDatabase other = open().migrate()) {
        freshStructure = new Catalogue(other.dataSource()).structure();
      }
    }
    return freshStructure;
  }

  private Catalogue catalogue() {
    return new Catalogue(database.dataSource());
  }

  private int adminRows() throws SQLException {
    int rows = 0;
    for (String table :
        List.of("MODULE", "SECTION", "PERMISSION", "PERMISSION_ENTITY", "PERMISSION_XREF")) {
      rows += count("BLC_ADMIN_" + table);
    }
    return rows + count("BLC_ADMIN_SEC_PERM_XREF") + count("BLC_ADMIN_ROLE_PERMISSION_XREF");
  }

  private int count(String table) throws SQLException {
    return Integer.parseInt(column("select count(*) from " + table).get(0));
  }

  private List<String> permissionsOf(String role) throws SQLException {
    return column(
        "select child.NAME from BLC_ADMIN_ROLE r"
            + " join BLC_ADMIN_ROLE_PERMISSION_XREF rp on rp.ADMIN_ROLE_ID = r.ADMIN_ROLE_ID"
            + " join BLC_ADMIN_PERMISSION_XREF px"
            + " on px.ADMIN_PERMISSION_ID = rp.ADMIN_PERMISSION_ID"
            + " join BLC_ADMIN_PERMISSION child"
            + " on child.ADMIN_PERMISSION_ID = px.CHILD_PERMISSION_ID"
            + " where r.NAME = '"
            + role
            + "' order by child.NAME");
  }

  private List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private void execute(String sql) throws SQLException {
    HostAdminTables.execute(database.dataSource(), sql);
  }
}
