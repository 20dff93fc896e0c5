package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.referral.invite.InvitationVerdict;
import org.postpurchase.referral.invite.SendInvitations.Offer;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

/** Invitations that the shop mails for advocates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class InvitationContract {
  private CoreDatabase database;
  private ReferralWorld shop;
  private InvitationDesk desk;
  private Advocate ada;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
  }

  @BeforeEach
  void empty() {
    shop = new ReferralWorld(database);
    desk = new InvitationDesk(shop);
    shop.invitations = new ReferralProgramme.Invitations(true, 5, 8, 100);
    shop.buys(900, "ada@example.com", shop.facts(900, "ada@example.com"));
    ada = shop.ada();
  }

  private List<InvitationVerdict> invites(String... typed) {
    return desk.send.invite(ada.id, List.of(typed), Locale.ENGLISH);
  }

  @Test
  void one_mail_leaves_with_the_offer_a_way_out_and_no_word_of_the_advocates_own() {
    assertThat(invites(" Bob@Example.com ")).containsExactly(InvitationVerdict.SENT);
    desk.sender.runDue();
    OutgoingMessage mail = desk.mails.taken.get(0);
    assertThat(mail.recipient).isEqualTo("Bob@example.com");
    assertThat(mail.content.subject).isEqualTo("Ada recommends " + desk.shopName());
    assertThat(mail.content.text)
        .contains("10 % off", FriendCode.shown(ada.code), "/friend/" + ada.code + "?c=invite")
        .contains("You get this one mail because Ada entered your address")
        .doesNotContain("$", "ada@example.com");
    assertThat(mail.content.html).contains("/friend/" + ada.code + "?c=invite");
    assertThat(mail.unsubscribeUrl).startsWith("https://").contains("/unsubscribe/");
    desk.sender.runDue();
    assertThat(desk.mails.taken).hasSize(1);
  }

  @Test
  void a_german_reader_gets_german_words() {
    desk.send.invite(ada.id, List.of("bob@example.com"), Locale.GERMANY);
    desk.sender.runDue();
    assertThat(desk.mails.taken.get(0).content.text)
        .contains("Ada hat etwas f\u00fcr Sie", "auf Ihre erste Bestellung")
        .doesNotContain("$");
  }

  @Test
  void a_mailbox_is_invited_once_by_whomever_and_however_its_address_is_written() {
    assertThat(invites("bob.smith@gmail.com", "bobsmith+1@googlemail.com"))
        .containsExactly(InvitationVerdict.SENT, InvitationVerdict.INVITED_BEFORE);
    Advocate kim = shop.advocate(78, "kim@example.com", "Kim");
    shop.buys(901, "kim@example.com", shop.facts(901, "kim@example.com"));
    shop.pass(Duration.ofDays(700));
    assertThat(desk.send.invite(kim.id, List.of("b.o.b.smith@gmail.com"), Locale.ENGLISH))
        .containsExactly(InvitationVerdict.INVITED_BEFORE);
    assertThat(desk.sentOfDays()).isEqualTo(1);
    assertThat(database.count("PP_INVITATION")).isEqualTo(1);
  }

  @Test
  void customers_friends_the_advocate_and_who_wants_nothing_get_no_mail() {
    shop.buys(1, "carl@example.com", shop.facts(1, "carl@example.com"));
    shop.orders(ada, 2, "eva@example.com");
    desk.consents.unsubscribe("dan@example.com", ConsentSource.ONE_CLICK, "", "");
    desk.consents.bounced("gone@example.com", "550 no such user", shop.clock.instant());
    assertThat(
            invites(
                "carl@example.com", "eva@example.com", "ADA@example.com", "Dan@example.com", "x@"))
        .containsExactly(
            InvitationVerdict.CUSTOMER,
            InvitationVerdict.CUSTOMER,
            InvitationVerdict.OWN_ADDRESS,
            InvitationVerdict.SUPPRESSED,
            InvitationVerdict.NO_ADDRESS);
    assertThat(invites("gone@example.com")).containsExactly(InvitationVerdict.SUPPRESSED);
    assertThat(database.count("PP_MESSAGE")).isZero();
    assertThat(desk.store.counts("2000-01-01"))
        .containsEntry(InvitationVerdict.SUPPRESSED, 2L)
        .containsEntry(InvitationVerdict.CUSTOMER, 2L)
        .doesNotContainKey(InvitationVerdict.SENT);
  }

  @Test
  void every_country_that_is_known_must_allow_it_and_an_unknown_one_does_not() {
    assertThat(invites("a@example.de", "b@example.at", "c@example.co.uk", "d@example.us"))
        .containsExactly(
            InvitationVerdict.LAW,
            InvitationVerdict.LAW,
            InvitationVerdict.LAW,
            InvitationVerdict.SENT);
    desk.countries.put(900L, "DE");
    assertThat(invites("e@example.com")).containsExactly(InvitationVerdict.LAW);
    assertThat(desk.send.offer(ada.id)).isEqualTo(Offer.NONE);
    desk.countries.put(900L, "CA");
    assertThat(invites("e@example.com")).containsExactly(InvitationVerdict.SENT);
    desk.shopCountry = "GB";
    assertThat(invites("f@example.com")).containsExactly(InvitationVerdict.LAW);
    desk.shopCountry = "US";
    Advocate stranger = shop.advocate(79, "nobody@example.com", "Nobody");
    assertThat(desk.send.invite(stranger.id, List.of("g@example.com"), Locale.ENGLISH))
        .as("no order, no country")
        .containsExactly(InvitationVerdict.LAW);
  }

  @Test
  void nothing_is_offered_or_sent_while_it_is_off() {
    shop.invitations = ReferralProgramme.Invitations.OFF;
    assertThat(desk.send.offer(ada.id)).isEqualTo(Offer.NONE);
    assertThat(invites("bob@example.com")).isEmpty();
    shop.invitations = new ReferralProgramme.Invitations(true, 0, 0, 0);
    assertThat(desk.send.offer(ada.id)).isEqualTo(Offer.YES);
    shop.becomes(ProgrammeStatus.PAUSED);
    assertThat(invites("bob@example.com")).isEmpty();
    assertThat(database.count("PP_INVITATION")).isZero();
  }

  @Test
  void what_was_asked_for_and_is_over_by_the_time_of_sending_is_not_sent() {
    assertThat(invites("bob@example.com", "eva@example.com"))
        .containsExactly(InvitationVerdict.SENT, InvitationVerdict.SENT);
    desk.consents.unsubscribe("bob@example.com", ConsentSource.ADMIN, "", "");
    desk.sender.runDue();
    assertThat(desk.mails.taken).hasSize(1);
    assertThat(database.messages().count(MessageState.CANCELLED)).isEqualTo(1);
    invites("kim@example.com");
    database.transactions.run(() -> shop.advocates.suspend(ada.id, true));
    desk.sender.runDue();
    assertThat(desk.mails.taken).hasSize(1);
    assertThat(database.messages().count(MessageState.CANCELLED)).isEqualTo(2);
    assertThat(invites("more@example.com")).as("suspended").isEmpty();
  }

  @Test
  void the_limits_of_a_day_and_of_an_advocate_hold_and_a_new_day_begins_anew() {
    List<InvitationVerdict> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.addAll(invites("f" + i + "@example.com"));
    }
    assertThat(all).filteredOn(v -> v == InvitationVerdict.SENT).hasSize(5);
    assertThat(all).endsWith(InvitationVerdict.ADVOCATE_CAP, InvitationVerdict.ADVOCATE_CAP);
    assertThat(desk.send.offer(ada.id)).isEqualTo(Offer.USED_UP);
    shop.clock.advance(Duration.ofDays(1));
    for (int i = 10; i < 15; i++) {
      all.addAll(invites("f" + i + "@example.com"));
    }
    assertThat(all).as("8 of one advocate").filteredOn(v -> v == InvitationVerdict.SENT).hasSize(8);
  }

  @Test
  void the_shops_limit_of_a_day_is_exact_whoever_asks_at_the_same_time() throws Exception {
    shop.invitations = new ReferralProgramme.Invitations(true, 0, 0, 15);
    List<Advocate> askers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String email = "asker" + i + "@example.com";
      shop.buys(910 + i, email, shop.facts(910 + i, email));
      askers.add(shop.advocate(100 + i, email, "Asker"));
    }
    List<List<InvitationVerdict>> all =
        Together.run(
            10,
            n ->
                () -> {
                  List<String> typed = new ArrayList<>();
                  for (int i = 0; i < 4; i++) {
                    typed.add("guest" + (n * 4 + i) + "@example.com");
                  }
                  typed.add("everybodys@example.com");
                  Collections.rotate(typed, n);
                  return desk.send.invite(askers.get(n % 5).id, typed, Locale.ENGLISH);
                });
    Map<InvitationVerdict, Integer> counts = new HashMap<>();
    all.forEach(list -> list.forEach(v -> counts.merge(v, 1, Integer::sum)));
    assertThat(counts).as("%s", counts).containsEntry(InvitationVerdict.SENT, 15);
    assertThat(database.count("PP_INVITATION")).isEqualTo(15);
    assertThat(database.count("PP_MESSAGE")).isEqualTo(15);
    assertThat(desk.sentOfDays()).isEqualTo(15);
  }

  @Test
  void the_address_goes_after_two_weeks_and_the_mailbox_is_still_known() {
    invites("bob@example.com", "stuck@example.com");
    database.jdbc.update("update PP_MESSAGE set DUE_AT = DUE_AT where RECIPIENT = 'x'");
    desk.sender.runDue();
    assertThat(database.count("PP_MESSAGE")).isEqualTo(2);
    desk.forget.runDue();
    assertThat(database.count("PP_MESSAGE")).as("bounces are still expected").isEqualTo(2);
    shop.clock.advance(Duration.ofDays(15));
    desk.forget.runDue();
    assertThat(database.count("PP_MESSAGE")).isZero();
    assertThat(
            database.jdbc.queryForObject(
                "select count(*) from PP_INVITATION where MESSAGE_ID is not null", Integer.class))
        .isZero();
    assertThat(invites("bob@example.com")).containsExactly(InvitationVerdict.INVITED_BEFORE);
    assertThat(desk.forget.runDue()).as("once a day").isZero();
  }

  @Test
  void a_message_that_has_not_left_keeps_its_address() {
    invites("bob@example.com");
    shop.clock.advance(Duration.ofDays(15));
    desk.forget.runDue();
    assertThat(database.count("PP_MESSAGE")).isEqualTo(1);
    shop.clock.advance(Duration.ofDays(1));
    desk.sender.runDue();
    shop.clock.advance(Duration.ofDays(1));
    desk.forget.runDue();
    assertThat(database.count("PP_MESSAGE")).isZero();
  }

  @Test
  void a_name_that_is_a_message_of_its_own_is_not_shown() {
    for (String name :
        List.of("Visit evil.example", "http://evil.example", "Call 0900 123", "win.money", "a@b")) {
      database.jdbc.update("update PP_ADVOCATE set FIRST_NAME = ?", name);
      database.jdbc.update("delete from PP_INVITATION");
      database.jdbc.update("delete from PP_MESSAGE");
      desk.mails.taken.clear();
      assertThat(invites("bob@example.com")).containsExactly(InvitationVerdict.SENT);
      desk.sender.runDue();
      OutgoingMessage mail = desk.mails.taken.get(0);
      assertThat(mail.content.subject).startsWith("Somebody you know");
      assertThat(mail.content.text + mail.content.html).doesNotContain(name);
    }
    database.jdbc.update("update PP_ADVOCATE set FIRST_NAME = 'Anna-Lena \u00d6z'");
    database.jdbc.update("delete from PP_INVITATION");
    desk.mails.taken.clear();
    invites("bob@example.com");
    desk.sender.runDue();
    assertThat(desk.mails.taken.get(0).content.subject).startsWith("Anna-Lena \u00d6z");
  }
}
