package org.postpurchase.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.sms.numbers.NumbersModule;

/** What people answer, and where messages go. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TextMessagesContract extends TextingShop {
  @Test
  void a_message_about_the_order_goes_to_the_number_of_the_order() {
    places(1, "0151 / 123 456 78", false);

    assertThat(sent()).hasSize(1);
    assertThat(sent().get(0)).startsWith(NUMBER + " Your order ").endsWith("is on its way.");
    assertThat(phone().state).isEqualTo(Phone.State.KNOWN);
    assertThat(questions()).isZero();
  }

  @Test
  void a_landline_or_no_number_is_skipped_with_the_reason() {
    places(1, "030 1234567", false);
    places(2, "", false);

    assertThat(sent()).isEmpty();
    assertThat(world.verdicts(1)).contains("parcel SKIP NO_USABLE_ADDRESS");
    assertThat(world.verdicts(2)).containsExactly("parcel SKIP NO_USABLE_ADDRESS");
  }

  @Test
  void a_tick_alone_lifts_nothing_and_only_the_numbers_own_yes_does() {
    places(1, "0151 12345678", true);
    assertThat(questions()).isEqualTo(1);
    assertThat(phone().state).isEqualTo(Phone.State.ASKED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.NO_CONSENT);
    handle(1);
    assertThat(questions()).as("asked once").isEqualTo(1);

    assertThat(says("Yes!")).contains("STOP");

    assertThat(phone().state).isEqualTo(Phone.State.CONFIRMED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.ALLOWED);
    String proof = database.consents().by("SMS").latest(CONTACT).get().textShown;
    assertThat(proof).contains("Yes, text me").contains(NUMBER).contains("Yes!");
    world.pass(Duration.ofDays(1));
    assertThat(sent()).anyMatch(text -> text.contains("10 % off"));
  }

  @Test
  void on_the_page_of_preferences_a_no_counts_at_once_and_a_yes_asks_the_number_once() {
    SmsChoices choices =
        new SmsChoices(phones, consents, database.messages(), database.transactions, clock);
    assertThat(choices.of(CONTACT)).as("no number is known").isEmpty();
    assertThat(choices.save(CONTACT, true, "Yes, text me", "en")).isEmpty();
    places(1, "0151 12345678", false);
    assertThat(choices.of(CONTACT).orElseThrow().on).isFalse();
    assertThat(choices.of(CONTACT).orElseThrow().shownNumber).isEqualTo("\u2026678");

    for (int times = 0; times < 3; times++) {
      assertThat(choices.save(CONTACT, true, "Yes, text me", "en").orElseThrow().asked).isTrue();
    }
    assertThat(questions()).isEqualTo(1);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.NO_CONSENT);
    says("yes");
    assertThat(choices.of(CONTACT).orElseThrow().on).isTrue();

    assertThat(choices.save(CONTACT, false, "Yes, text me", "en").orElseThrow().on).isFalse();
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
    world.pass(Duration.ofDays(1));
    assertThat(sent()).noneMatch(text -> text.contains("10 % off"));
    clock.advance(Duration.ofDays(31));
    assertThat(choices.save(CONTACT, true, "Yes, text me", "en").orElseThrow().asked).isTrue();
    assertThat(questions()).isEqualTo(2);
    says("Stop");
    assertThat(choices.of(CONTACT).orElseThrow().stopped).isTrue();
    choices.save(CONTACT, true, "Yes, text me", "en");
    assertThat(questions()).as("only the number itself takes a STOP back").isEqualTo(2);
  }

  @Test
  void nobody_can_say_yes_who_was_not_asked() {
    places(1, "0151 12345678", false);
    assertThat(says("YES")).isEmpty();
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.NO_CONSENT);
  }

  @Test
  void stop_ends_it_for_everybody_with_the_number_and_for_whoever_gives_it_again() {
    places(1, "0151 12345678", true);
    says("yes");
    assertThat(says("Stop.")).as("the provider confirms it").isEmpty();

    assertThat(phone().state).isEqualTo(Phone.State.STOPPED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
    world.pass(Duration.ofDays(1));
    assertThat(sent()).noneMatch(text -> text.contains("10 % off"));

    typed.put(2L, new OrderPhones.Typed("+49 151 12345678", ""));
    world.orders.with(order(2).line(20, 1).email("bob@example.com").submittedAt(clock.instant()));
    database.transactions.run(
        () -> answers.answer(2, new SmsAnswers.Answer(true, "Yes", "en", clock.instant())));
    handle(2);
    assertThat(questions()).isEqualTo(1);
    assertThat(phones.ofContacts(List.of("bob@example.com")).get("bob@example.com").get(0).state)
        .isEqualTo(Phone.State.STOPPED);
    assertThat(
            new SmsChannel(phones, NumbersModule.numbers(), null)
                .recipientOf(new Addressee("bob@example.com", "bob@example.com", 0, 2)))
        .isEmpty();
  }

  @Test
  void start_takes_a_stop_back_if_there_was_a_yes_to_ask_for() {
    places(1, "0151 12345678", true);
    says("ja");
    says("STOP");
    says("START");
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.ALLOWED);
    assertThat(phone().state).isEqualTo(Phone.State.CONFIRMED);
  }

  @Test
  void other_words_are_read_by_staff_and_count_as_a_stop_where_nobody_reads() {
    places(1, "0151 12345678", true);
    says("yes");
    says("Where is my parcel? It is late.");
    assertThat(staff).containsExactly("Where is my parcel? It is late.");
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.ALLOWED);

    staffReads = false;
    says("I would rather you did not write to me");
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
    assertThat(says("HELP")).contains("STOP");
  }

  @Test
  void the_same_message_of_the_provider_counts_once() {
    places(1, "0151 12345678", true);
    InboundSms words = new InboundSms("SMx", NUMBER, "Hm, who are you?", false);
    inbox.take("twilio", words);
    inbox.take("twilio", words);
    assertThat(staff).hasSize(1);
  }
}
