package org.postpurchase.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.service.jdbc.ServiceJdbcModule;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;

/** Lists that are turned by key show every row once, in every order they can have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TurningPagesContract {
  private static final Instant BEGIN = Instant.parse("2026-11-01T10:00:00Z");
  private static final int ROWS = 37;

  private CoreDatabase database;
  private CaseStore cases;
  private Random random;
  private long seed;

  abstract CoreDatabase shared();

  @BeforeEach
  void fill() {
    database = shared();
    cases = ServiceJdbcModule.cases(database.jdbc, database.inserts);
    seed = Seed.drawn();
    random = new Random(seed);
    database.jdbc.update("delete from PP_CASE");
    for (int i = 0; i < ROWS; i++) {
      add(i, BEGIN.plus(Duration.ofHours(random.nextInt(9))));
    }
  }

  @Test
  void a_queue_goes_by_what_is_due_and_among_equals_by_age() {
    Comparator<ServiceCase> due = Comparator.comparing(c -> c.times.dueAt);
    eachOnceBothWays(CaseState.OPEN, due.thenComparing(c -> c.id), p -> p.newerThan, true);
  }

  @Test
  void a_list_of_all_begins_with_the_newest() {
    Comparator<ServiceCase> age = Comparator.comparing(c -> c.id);
    eachOnceBothWays(null, age.reversed(), p -> p.olderThan, false);
  }

  @Test
  void counting_stops_at_its_bound() {
    assertThat(cases.countUpTo(ROWS, null, "")).isEqualTo(ROWS);
    assertThat(cases.countUpTo(10, CaseState.OPEN, "")).isEqualTo(11);
    assertThat(cases.countUpTo(10, CaseState.CLOSED, "")).isZero();
  }

  private void eachOnceBothWays(
      CaseState state,
      Comparator<ServiceCase> order,
      Function<PageOf<?>, Long> further,
      boolean up) {
    int size = 1 + random.nextInt(ROWS + 3);
    List<Long> there = new ArrayList<>();
    List<Long> firsts = new ArrayList<>();
    PageOf<ServiceCase> page = cases.page(state, "", ListPage.newest(size));
    assertThat(page.oldestFirst).isEqualTo(up);
    List<ServiceCase> all = cases.page(state, "", ListPage.newest(1000)).rows;
    assertThat(all).hasSize(ROWS).isSortedAccordingTo(order);
    while (true) {
      page.rows.forEach(c -> there.add(c.id));
      firsts.add(page.rows.get(0).id);
      long next = further.apply(page);
      if (next == 0) {
        break;
      }
      page = cases.page(state, "", beside(next, size, up));
    }
    assertThat(there).as("seed " + seed).isEqualTo(ids(all));

    for (int i = firsts.size() - 2; i >= 0; i--) {
      page = cases.page(state, "", beside(page.rows.get(0).id, size, !up));
      assertThat(page.rows.get(0).id).as("back, seed " + seed).isEqualTo(firsts.get(i));
    }
    assertThat(up ? page.olderThan : page.newerThan).as("seed " + seed).isZero();
  }

  private static ListPage beside(long id, int size, boolean newer) {
    return newer ? ListPage.newerThan(id, size) : ListPage.olderThan(id, size);
  }

  private static List<Long> ids(List<ServiceCase> found) {
    return found.stream().map(c -> c.id).collect(Collectors.toList());
  }

  private void add(int n, Instant due) {
    database.jdbc.update(
        "insert into PP_CASE (CAUSE_KEY, KIND, CONTACT, EMAIL, NAME, CUSTOMER_ID, ORDER_ID,"
            + " ORDER_LINE_ID, SUBJECT, STATE, ASSIGNEE, OPENED_AT, FIRST_DUE_AT, DUE_AT,"
            + " CLOSED_BY, ADVERTISING, EDITION) values (?, 'COMPLAINT', 'a@b.example',"
            + " 'a@b.example', '', 0, 0, 0, 's', 'OPEN', '', ?, ?, ?, '', 'RESUMED', 1)",
        "turn:" + n,
        Utc.param(BEGIN),
        Utc.param(due),
        Utc.param(due));
  }
}
