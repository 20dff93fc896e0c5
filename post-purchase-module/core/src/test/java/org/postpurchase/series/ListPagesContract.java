package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.outbox.OutboxState;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.referral.jdbc.ReferralJdbcModule;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;

/** Lists of the admin turn their pages by key and count up to a bound, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ListPagesContract {
  private final CoreDatabase database = shared();
  private final DecisionStore store = database.decisions();
  private final Pages<Verdict, TouchDecision> pages = store.pages();

  abstract CoreDatabase shared();

  @BeforeEach
  @AfterEach
  void empty() {
    database.jdbc.update("delete from PP_TOUCH_DECISION");
  }

  @Test
  void turning_all_pages_shows_each_row_once_in_both_directions() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 5; round++) {
      empty();
      List<String> keys = new ArrayList<>();
      int rows = random.nextInt(23);
      for (int i = 0; i < rows; i++) {
        keys.add(0, decide("k" + i, Verdict.SEND, "ada@example.com", i));
      }
      int size = 1 + random.nextInt(7);
      List<String> seen = new ArrayList<>();
      PageOf<TouchDecision> page = pages.page(null, Who.EVERYBODY, ListPage.newest(size));
      assertThat(page.newerThan).isZero();
      seen.addAll(keys(page));
      while (page.olderThan > 0) {
        page = pages.page(null, Who.EVERYBODY, ListPage.olderThan(page.olderThan, size));
        seen.addAll(keys(page));
      }
      assertThat(seen).as("seed %s: %s rows by %s", seed, rows, size).isEqualTo(keys);

      List<String> back = new ArrayList<>(keys(page));
      while (page.newerThan > 0) {
        page = pages.page(null, Who.EVERYBODY, ListPage.newerThan(page.newerThan, size));
        List<String> shown = keys(page);
        back.addAll(0, shown);
      }
      assertThat(back).as("back, seed %s: %s rows by %s", seed, rows, size).isEqualTo(keys);
    }
  }

  @Test
  void rows_that_come_in_meanwhile_move_nobody_to_another_row() {
    for (int i = 0; i < 4; i++) {
      decide("k" + i, Verdict.SEND, "ada@example.com", i);
    }
    PageOf<TouchDecision> first = pages.page(null, Who.EVERYBODY, ListPage.newest(2));
    decide("new", Verdict.SEND, "ada@example.com", 9);

    assertThat(keys(pages.page(null, Who.EVERYBODY, ListPage.olderThan(first.olderThan, 2))))
        .containsExactly("k1", "k0");
  }

  @Test
  void states_and_people_are_found_by_each_of_their_keys_and_each_row_once() {
    decide("a1", Verdict.SEND, "ada@example.com", 1);
    decide("a2", Verdict.SKIP, "ada@example.com", 2);
    decide("b1", Verdict.SEND, "bob@example.com", 3);
    decide("b2", Verdict.SKIP, "bob@example.com", 1);
    Who ada = Who.of(List.of("Ada@Example.com"), List.of(1L, 2L), Collections.emptyList());
    Who nobody = Who.of(List.of(), List.of(), List.of());

    assertThat(keys(pages.page(null, ada, ListPage.newest(9)))).containsExactly("b2", "a2", "a1");
    assertThat(keys(pages.page(Verdict.SKIP, ada, ListPage.newest(9)))).containsExactly("b2", "a2");
    assertThat(keys(pages.page(Verdict.EXIT, ada, ListPage.newest(9)))).isEmpty();
    assertThat(keys(pages.page(null, nobody, ListPage.newest(9)))).isEmpty();
    assertThat(pages.countUpTo(99, null, Who.EVERYBODY)).isEqualTo(4);
    assertThat(pages.countUpTo(99, Verdict.SEND, Who.EVERYBODY)).isEqualTo(2);
    assertThat(pages.countUpTo(99, Verdict.SKIP, ada)).isEqualTo(2);
    assertThat(pages.countUpTo(99, null, nobody)).isZero();
    assertThat(pages.countUpTo(2, null, Who.EVERYBODY)).as("more than two").isEqualTo(3);
  }

  /** Every other list is read at least once, so that its statement is one. */
  @Test
  void every_list_can_be_read_whoever_is_looked_for() {
    Who somebody = Who.of(List.of("ada@example.com"), List.of(7L), List.of(8L));
    for (Who who : List.of(Who.EVERYBODY, somebody, Who.exactly("x@example.com"))) {
      read(database.enrollments().pages(), EnrollmentState.ACTIVE, who);
      read(database.messages().pages(), MessageState.FAILED, who);
      read(database.consents().pages(), null, who);
      read(database.consents().suppressionPages(), null, who);
      read(database.outbox().pages(), OutboxState.BLOCKED, Who.EVERYBODY);
    }
  }

  @Test
  void accounts_referrals_and_advocates_are_turned_by_key() {
    LedgerViews ledger = LedgerJdbcModule.views(database.jdbc);
    ReferralViews referrals = ReferralJdbcModule.views(database.jdbc, database.inserts);
    for (ListPage page :
        List.of(
            ListPage.newest(25),
            ListPage.olderThan(Long.MAX_VALUE, 25),
            ListPage.newerThan(Long.MAX_VALUE, 25))) {
      int most = page.newer ? 0 : 25;
      assertThat(ledger.holders(page).rows).hasSizeLessThanOrEqualTo(most);
      assertThat(referrals.list(ReferralState.HELD, page).rows).hasSizeLessThanOrEqualTo(most);
      assertThat(referrals.advocates("", page).rows).hasSizeLessThanOrEqualTo(most);
      assertThat(referrals.advocates("nobody.of.that.name", page).rows).isEmpty();
    }
  }

  private static <S> void read(Pages<S, ?> list, S state, Who who) {
    assertThat(list.page(state, who, ListPage.olderThan(Long.MAX_VALUE, 25)).rows)
        .hasSizeLessThanOrEqualTo(25);
    assertThat(list.page(state, who, ListPage.newerThan(Long.MAX_VALUE, 25)).rows).isEmpty();
    assertThat(list.countUpTo(999, state, who)).isBetween(0, 1000);
  }

  private static List<String> keys(PageOf<TouchDecision> page) {
    return page.rows.stream().map(d -> d.key).collect(Collectors.toList());
  }

  private String decide(String key, Verdict verdict, String contact, long orderId) {
    store.store(
        new TouchDecision(
            key,
            "thank-you",
            orderId,
            verdict,
            ReasonCode.DUE,
            SettableClock.START,
            OptionalLong.empty(),
            new TouchDecision.Place(0, "", contact),
            ""));
    return key;
  }
}
