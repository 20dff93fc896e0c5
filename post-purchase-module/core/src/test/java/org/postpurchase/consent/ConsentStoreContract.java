package org.postpurchase.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ConsentStoreContract {
  private static final String ADA = "ada@example.com";

  private CoreDatabase database;
  private ConsentStore store;
  private SettableClock clock;
  private Consents consents;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
    store = database.consents();
  }

  @BeforeEach
  void empty() {
    List.of("PP_CONSENT", "PP_CHECKOUT_ANSWER", "PP_SUPPRESSION")
        .forEach(table -> database.jdbc.update("delete from " + table));
    clock = new SettableClock();
    consents = new Consents(store, database.transactions, clock);
  }

  private void place(long order, boolean ticked) {
    consents.answered(order, ticked, "Yes, send me tips", "en");
    consents.placed(order, ADA);
  }

  @Test
  void a_yes_counts_when_the_order_is_placed_and_is_recorded_once_with_what_was_read() {
    consents.answered(1, true, "Yes, send me tips", "en");
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.NO_CONSENT);

    consents.placed(1, ADA);
    consents.placed(1, ADA);

    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.ALLOWED);
    ConsentRecord record = store.list(ADA, 9, 0).get(0);
    assertThat(store.count(ADA)).isEqualTo(1);
    assertThat(record.textShown).isEqualTo("Yes, send me tips");
    assertThat(record.basis).isEqualTo("CONSENT");
    assertThat(record.source).isEqualTo(ConsentSource.CHECKOUT);
    assertThat(record.orderId).isEqualTo(1);
    assertThat(record.recordedAt).isEqualTo(clock.instant());
  }

  @Test
  void the_last_answer_before_the_order_stands() {
    consents.answered(1, true, "a", "en");
    place(1, false);
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.NO_CONSENT);
    assertThat(store.answerOf(1).orElseThrow().granted).isFalse();
  }

  @Test
  void an_order_is_a_basis_only_where_an_objection_was_offered_with_it_and_the_law_allows_it() {
    consents.with((String country) -> country.equals("DE"));
    consents.objectionShown(1, false, "Object here", "en");
    consents.placed(Map.of(1L, ADA, 2L, "bo@example.com"), Map.of(1L, "DE", 2L, "DE"));
    consents.objectionShown(3, false, "Object here", "en");
    consents.placed(Map.of(3L, "cy@example.com"), Map.of(3L, "US"));
    consents.objectionShown(4, false, "Object here", "en");
    consents.placed(4, "di@example.com");

    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.ALLOWED);
    assertThat(consents.basis(ADA).orElseThrow().basis).isEqualTo("SOFT_OPT_IN");
    assertThat(consents.basis(ADA).orElseThrow().textShown).isEqualTo("Object here");
    for (String nobody : List.of("bo@example.com", "cy@example.com", "di@example.com")) {
      assertThat(consents.permission(nobody)).as(nobody).isEqualTo(ContactPermission.NO_CONSENT);
    }
    consents.with(SoftOptIn.NONE);
    consents.objectionShown(5, false, "Object here", "en");
    consents.placed(Map.of(5L, "ed@example.com"), Map.of(5L, "DE"));
    assertThat(consents.permission("ed@example.com")).isEqualTo(ContactPermission.NO_CONSENT);
  }

  /** Random orders, handled in two random orders and partly twice: what was said decides. */
  @Test
  void who_has_objected_once_hears_nothing_without_a_later_yes_however_orders_are_handled() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 25; round++) {
      List<Integer> said = new ArrayList<>(); // 0 offered, 1 objected, 2 ticked, 3 not offered
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        said.add(random.nextInt(4));
      }
      Set<ContactPermission> ends = new HashSet<>();
      for (int times = 0; times < 2; times++) {
        empty();
        consents.with((String country) -> true);
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
          long order = i + 1;
          clock.advance(Duration.ofHours(1));
          if (said.get(i) < 2) {
            consents.objectionShown(order, said.get(i) == 1, "Object here", "en");
          } else if (said.get(i) == 2) {
            consents.answered(order, true, "Yes", "en");
          }
          orders.add(order);
        }
        Collections.shuffle(orders, random);
        orders.add(orders.get(0));
        orders.forEach(order -> consents.placed(Map.of(order, ADA), Map.of(order, "DE")));
        ends.add(consents.permission(ADA));
      }
      int yes = said.lastIndexOf(2);
      int objection = said.lastIndexOf(1);
      ContactPermission expected =
          yes > objection || (objection < 0 && said.contains(0))
              ? ContactPermission.ALLOWED
              : objection >= 0 ? ContactPermission.OPTED_OUT : ContactPermission.NO_CONSENT;
      assertThat(ends).as("seed " + seed + ": " + said).containsExactly(expected);
    }
  }

  @Test
  void an_order_lifts_no_unsubscription() {
    consents.with((String country) -> true);
    consents.unsubscribe(ADA, ConsentSource.ONE_CLICK, "", "");
    clock.advance(Duration.ofDays(1));
    consents.objectionShown(1, false, "Object here", "en");
    consents.placed(Map.of(1L, ADA), Map.of(1L, "DE"));
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void the_law_names_countries_and_no_others() {
    SoftOptInLaw law = SoftOptInLaw.shipped();
    assertThat(law.allows("de")).isTrue();
    assertThat(law.allows("GB")).isTrue();
    assertThat(law.allows("US")).isFalse();
    assertThat(law.allows("")).isFalse();
    assertThat(law.version()).isNotEmpty();
  }

  @Test
  void no_box_and_no_tick_record_nothing() {
    consents.placed(7, ADA);
    place(8, false);
    assertThat(store.count("")).isZero();
  }

  @Test
  void unsubscribing_twice_is_once_and_what_belongs_to_orders_still_goes_out() {
    place(1, true);
    clock.advance(Duration.ofDays(1));
    assertThat(consents.unsubscribe(ADA, ConsentSource.ONE_CLICK, "", "")).isTrue();
    clock.advance(Duration.ofDays(1));
    assertThat(consents.unsubscribe(ADA, ConsentSource.ONE_CLICK, "", "")).isFalse();

    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
    assertThat(consents.isSilenced(ADA)).isFalse();
    assertThat(store.count(ADA)).isEqualTo(2);
    assertThat(store.holding(ADA)).hasSize(1);
  }

  @Test
  void an_unsubscription_holds_for_people_who_never_agreed_too() {
    consents.unsubscribe(ADA, ConsentSource.UNSUBSCRIBE_PAGE, "text", "en");
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void a_tick_by_whoever_typed_the_address_never_takes_an_unsubscription_back() {
    place(1, true);
    consents.unsubscribe(ADA, ConsentSource.ONE_CLICK, "", "");
    clock.advance(Duration.ofDays(1));
    place(2, true);
    place(2, true);

    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
    assertThat(store.listSuppressions(ADA, 9, 0).get(0).holds()).isTrue();
    assertThat(store.list(ADA, 9, 0).get(0).basis).isEqualTo("UNCONFIRMED");
    assertThat(consents.basis(ADA)).isEmpty();

    store.lift(ADA, Suppression.Scope.MARKETING, clock.instant());
    assertThat(consents.permission(ADA))
        .as("the last word that counts was no")
        .isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void a_yes_behind_a_link_that_was_sent_there_takes_an_unsubscription_back_and_nothing_else() {
    consents.unsubscribe(ADA, ConsentSource.UNSUBSCRIBE_PAGE, "", "");
    clock.advance(Duration.ofDays(1));
    assertThat(consents.confirmed(ADA, "Yes again", "en")).isTrue();
    assertThat(consents.confirmed(ADA, "Yes again", "en")).isTrue();

    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.ALLOWED);
    assertThat(store.count(ADA)).isEqualTo(2);
    assertThat(store.list(ADA, 9, 0).get(0).source).isEqualTo(ConsentSource.LINK);

    store.suppress(ADA, Suppression.Scope.ALL, "bounced", clock.instant());
    clock.advance(Duration.ofDays(1));
    assertThat(consents.confirmed(ADA, "Yes again", "en")).isFalse();
    assertThat(consents.isSilenced(ADA)).isTrue();
    store.suppress("bob@example.com", Suppression.Scope.MARKETING, "by phone", clock.instant());
    assertThat(consents.confirmed("bob@example.com", "Yes", "en")).isFalse();
    assertThat(consents.permission("bob@example.com")).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void an_order_that_is_handled_late_does_not_undo_a_newer_unsubscription() {
    consents.answered(1, true, "Yes", "en");
    clock.advance(Duration.ofMinutes(30));
    consents.unsubscribe(ADA, ConsentSource.ONE_CLICK, "", "");
    clock.advance(Duration.ofMinutes(30));
    consents.placed(1, ADA);

    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
    database.jdbc.update("delete from PP_SUPPRESSION");
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void what_the_staff_has_suppressed_is_not_lifted_by_a_tick() {
    store.suppress(ADA, Suppression.Scope.MARKETING, "asked us by phone", clock.instant());
    place(4, true);
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void a_suppression_is_lifted_and_may_hold_again() {
    Instant now = clock.instant();
    assertThat(store.suppress(ADA, Suppression.Scope.MARKETING, "x".repeat(300), now)).isTrue();
    assertThat(store.suppress(ADA, Suppression.Scope.MARKETING, "y", now)).isFalse();
    assertThat(store.lift(ADA, Suppression.Scope.MARKETING, now)).isTrue();
    assertThat(store.lift(ADA, Suppression.Scope.MARKETING, now)).isFalse();
    assertThat(store.suppress(ADA, Suppression.Scope.MARKETING, "again", now)).isTrue();

    Suppression only = store.listSuppressions("", 9, 0).get(0);
    assertThat(store.countSuppressions(ADA)).isEqualTo(1);
    assertThat(only.reason).isEqualTo("again");
    assertThat(store.findSuppression(only.id).orElseThrow().holds()).isTrue();
  }

  @Test
  void a_nul_in_a_text_is_refused_by_name_on_every_database() {
    assertThatThrownBy(
            () -> store.suppress(ADA, Suppression.Scope.ALL, "by\0phone", clock.instant()))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("NUL")
        .hasMessageContaining("by\u2400phone");
    assertThat(store.holding("ada\0@example.com")).isEmpty();
  }

  @Test
  void eight_clicks_at_once_leave_one_withdrawal() throws Exception {
    place(1, true);
    List<Boolean> first =
        Together.run(8, i -> () -> consents.unsubscribe(ADA, ConsentSource.ONE_CLICK, "", ""));
    assertThat(first).containsOnlyOnce(true);
    assertThat(store.holding(ADA)).hasSize(1);
  }
}
