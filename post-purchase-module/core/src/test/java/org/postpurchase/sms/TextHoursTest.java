package org.postpurchase.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.sms.numbers.NumbersModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.OrderFixture;

/** Advertising by text leaves when it is allowed where the parcel goes and where the number is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextHoursTest extends TextingShop {
  TextHoursTest() {
    restrained = true;
  }

  @Override
  CoreDatabase shared() {
    return Databases.hsqldb();
  }

  @ParameterizedTest
  @CsvSource({
    // parcel, number, due, leaves
    "CA, 310 478 1234, 2026-06-07T16:30:00Z, 2026-06-07T16:30:00Z", // Sunday 9:30 in Los Angeles
    "CA, 512 478 1234, 2026-06-07T16:30:00Z, 2026-06-07T18:00:00Z", // noon in El Paso, as Texas is
    "TX, 310 478 1234, 2026-06-07T16:30:00Z, 2026-06-07T18:00:00Z", // also when the parcel goes
    // there
    "NY, 808 478 1234, 2026-06-08T14:00:00Z, 2026-06-08T18:00:00Z", // 8:00 in Honolulu
    "HI, 212 478 1234, 2026-06-09T02:00:00Z, 2026-06-09T18:00:00Z", // after 21:00 in New York
    "FL, 212 478 1234, 2026-06-09T00:30:00Z, 2026-06-09T13:00:00Z", // after 20:00 in Miami
  })
  void area_code_and_parcel(String region, String number, Instant due, Instant leaves) {
    clock(due.minus(Duration.ofDays(1)));
    typed.put(1L, new OrderPhones.Typed(number, "US"));
    database.transactions.run(
        () -> answers.answer(1, new SmsAnswers.Answer(true, "Yes", "en", clock.instant())));
    OrderFixture order = order(1).line(10, 1).to("US").region(region);
    world.orders.with(order.submittedAt(world.clock.instant()));
    handle(1);
    String e164 = "+1" + number.replace(" ", "");
    inbox.take("twilio", new InboundSms("SMyes", e164, "YES", false));
    world.submit(order, false);
    world.pass(Duration.ofDays(3));

    List<Instant> left =
        database.jdbc.query(
            "select FINISHED_AT from PP_MESSAGE where PURPOSE = 'MARKETING' and STATE = 'SENT'",
            (row, n) -> Utc.instant(row, "FINISHED_AT"));
    assertThat(left).containsExactly(leaves);
  }

  private void clock(Instant start) {
    clock.set(start);
    world.clock.set(start);
  }

  @Test
  void a_number_says_its_state_and_only_north_american_ones_do() {
    PhoneNumbers numbers = NumbersModule.numbers();
    assertThat(numbers.parse("+15124781234", "").get().region).isEqualTo("TX");
    assertThat(numbers.parse("+14164781234", "").get().region).isEqualTo("ON");
    assertThat(numbers.parse("+14164781234", "").get().country).isEqualTo("CA");
    assertThat(numbers.parse("+17874781234", "").get().region).as("Puerto Rico").isEmpty();
    assertThat(numbers.parse("+4915112345678", "").get().region).isEmpty();
  }
}
