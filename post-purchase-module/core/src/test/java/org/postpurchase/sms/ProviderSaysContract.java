package org.postpurchase.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.testkit.Seed;

/** What the provider says: at once, later, twice or in any order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ProviderSaysContract extends TextingShop {
  @Test
  void an_answer_of_the_provider_that_the_holder_opted_out_ends_it_here_too() {
    server.refuses(400, "21610");
    places(1, "0151 12345678", false);
    Message message = database.messages().list(null, 1, 0).get(0);
    assertThat(message.state).isEqualTo(MessageState.FAILED);
    assertThat(phone().state).isEqualTo(Phone.State.STOPPED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void an_outage_opens_the_breaker_and_uses_up_nobodys_attempts() {
    server.refuses(429, "20429");
    places(1, "0151 12345678", false);
    places(2, "0151 12345678", false);
    int tried = server.taken.size();
    assertThat(database.breaker("SMS").trouble().get().reason).contains("429");
    assertThat(tried).as("one message finds out for all").isLessThanOrEqualTo(2);
    assertThat(database.messages().list(MessageState.QUEUED, 9, 0)).hasSize(2);

    server.status = 201;
    server.body = "";
    world.pass(Duration.ofMinutes(20));
    assertThat(database.messages().list(MessageState.SENT, 9, 0)).hasSize(2);
    assertThat(database.breaker("SMS").trouble()).isEmpty();
  }

  @Test
  void what_became_of_it_and_what_it_cost_is_kept_beside_the_message() {
    places(1, "0151 12345678", false);
    String reference = database.messages().list(null, 1, 0).get(0).mimeMessageId;
    assertThat(entry(reference).get().state).isEqualTo(SmsReport.State.TAKEN);

    SmsReport delivered =
        SmsReport.of("SM1", SmsReport.State.DELIVERED, NUMBER)
            .about(reference)
            .cost(new BigDecimal("0.075"), "EUR")
            .build();
    assertThat(reports.take("twilio", delivered)).isTrue();
    assertThat(reports.take("twilio", delivered)).isFalse();
    reports.take("twilio", SmsReport.of("SM1", SmsReport.State.SENT, NUMBER).build());

    assertThat(entry(reference).get().state).isEqualTo(SmsReport.State.DELIVERED);
    assertThat(entry(reference).get().price).isEqualByComparingTo("0.075");
    assertThat(entry(reference).get().segments).isEqualTo(1);
    assertThat(database.count("PP_PROVIDER_EVENT")).isEqualTo(2);
  }

  @Test
  void a_callback_that_is_faster_than_our_own_row_is_kept() {
    reports.take(
        "twilio",
        SmsReport.of("SM9", SmsReport.State.DELIVERED, NUMBER).about("<early@shop>").build());
    database.transactions.run(
        () ->
            log.taken(
                "twilio", "<early@shop>", NUMBER, SmsResult.taken("SM9", 2), clock.instant()));
    assertThat(entry("<early@shop>").get().state).isEqualTo(SmsReport.State.DELIVERED);
    assertThat(entry("<early@shop>").get().segments).isEqualTo(2);
  }

  @Test
  void codes_of_failures_update_what_may_be_sent() {
    places(1, "0151 12345678", true);
    says("yes");
    reports.take("twilio", failed("SM5", "30003", SmsReport.Meaning.NOTHING));
    assertThat(phone().state).as("a telephone that is off").isEqualTo(Phone.State.CONFIRMED);
    reports.take("twilio", failed("SM6", "30004", SmsReport.Meaning.OPTED_OUT));
    assertThat(phone().state).isEqualTo(Phone.State.STOPPED);
    assertThat(consents.permission(CONTACT)).isEqualTo(ContactPermission.OPTED_OUT);
    reports.take("twilio", failed("SM7", "30005", SmsReport.Meaning.NO_SUCH_NUMBER));
    assertThat(phone().state).isEqualTo(Phone.State.UNREACHABLE);
  }

  /** postmangovsg 1150: of a text in parts one failed and one arrived; both were kept at once. */
  @Test
  void an_end_has_an_error_or_none_and_never_that_of_another_end() {
    places(1, "0151 12345678", false);
    String reference = database.messages().list(null, 1, 0).get(0).mimeMessageId;
    SmsReport arrived = SmsReport.of("SM1", SmsReport.State.DELIVERED, NUMBER).build();
    reports.take("twilio", failed("SM1", "30003", SmsReport.Meaning.NOTHING));
    reports.take("twilio", arrived);
    assertThat(entry(reference).get().state).isEqualTo(SmsReport.State.FAILED);
    assertThat(entry(reference).get().errorCode).isEqualTo("30003");

    reports.take(
        "twilio",
        SmsReport.of("SM8", SmsReport.State.DELIVERED, NUMBER).about("<other@shop>").build());
    reports.take("twilio", failed("SM8", "30003", SmsReport.Meaning.NOTHING));
    assertThat(entry("<other@shop>").get().state).isEqualTo(SmsReport.State.DELIVERED);
    assertThat(entry("<other@shop>").get().errorCode).isEmpty();
  }

  /** simstudioai/sim 5230: what came after the first report had the same id and was left out. */
  @Test
  void each_state_of_a_message_is_an_event_of_its_own() {
    for (SmsReport.State state :
        List.of(SmsReport.State.TAKEN, SmsReport.State.SENT, SmsReport.State.DELIVERED)) {
      assertThat(reports.take("twilio", SmsReport.of("SM2", state, NUMBER).build())).isTrue();
      assertThat(reports.take("twilio", SmsReport.of("SM2", state, NUMBER).build())).isFalse();
    }
    assertThat(database.count("PP_PROVIDER_EVENT")).isEqualTo(3);
  }

  /** In whatever order and however often reports come, the end is the latest one can be. */
  @Test
  void reports_in_any_order_end_alike() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int n = 0; n < 40; n++) {
      String id = "R" + n + "x" + Math.abs(seed % 1000);
      List<SmsReport> all = new ArrayList<>();
      for (SmsReport.State state :
          List.of(SmsReport.State.TAKEN, SmsReport.State.SENT, SmsReport.State.DELIVERED)) {
        for (int copies = random.nextInt(3); copies >= 0; copies--) {
          all.add(SmsReport.of(id, state, NUMBER).about("<" + id + ">").build());
        }
      }
      Collections.shuffle(all, random);
      all.forEach(report -> reports.take("twilio", report));
      assertThat(entry("<" + id + ">").get().state)
          .as("seed %d", seed)
          .isEqualTo(SmsReport.State.DELIVERED);
    }
    assertThat(database.count("PP_PROVIDER_EVENT")).isEqualTo(3 * 40);
  }
}
