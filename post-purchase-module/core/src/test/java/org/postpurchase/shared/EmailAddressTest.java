package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "Ada.Lovelace+shop@Example.co.uk",
        "o'brien@example.ie",
        "a@b",
        "x_y-z=1!#$%&*/?^`{|}~@example.com",
        "info@müller.de",
        "1@127.0.0.1"
      })
  void what_mail_can_be_sent_to_is_kept_as_written(String text) {
    assertThat(EmailAddress.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "   ",
        "ada",
        "@example.com",
        "ada@",
        "ada@@example.com",
        "a@b@c",
        "ada@example..com",
        "ada@.example.com",
        "ada@example.com..",
        "ada@-example.com",
        "ada love@example.com",
        "ada@exam ple.com",
        "ada\u00a0@example.com",
        "\"ada\"@example.com",
        "Ada <ada@example.com>",
        "ada@example.com,eve@example.com",
        "ada@example.com;eve@example.com",
        "ada@[127.0.0.1]",
        "ada(comment)@example.com",
        "ada\\@example.com",
        "ada:eve@example.com",
        "ada@example.com\nBcc: eve@example.com",
        "ada@example.com\r\nBcc: eve@example.com",
        "\nada@example.com",
        "ada@example.com\r",
        "ada\u0000@example.com",
        "ada@example.com\u2028x",
        "ada\u0085x@example.com",
        "m\u00fcller@example.com",
        "ada\u010d\u010aRCPT@example.com",
        "ada@\u202eexample.com"
      })
  void everything_else_is_refused_with_a_reason(String text) {
    assertThatThrownBy(() -> EmailAddress.of(text))
        .isInstanceOf(InvalidEmailAddressException.class)
        .hasMessageContaining("is not a usable e-mail address: ")
        .message()
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void spaces_around_it_are_dropped() {
    assertThat(EmailAddress.of("  ada@example.com ")).hasToString("ada@example.com");
  }

  @Test
  void it_may_have_254_characters_and_no_more() {
    String domain = ("d".repeat(61) + ".").repeat(3) + "com";
    String local = "l".repeat(254 - 1 - domain.length());

    assertThat(EmailAddress.of(local + "@" + domain).toString()).hasSize(254);
    assertThatThrownBy(() -> EmailAddress.of("l" + local + "@" + domain))
        .hasMessageContaining("longer than 254");
  }

  @Test
  void a_domain_of_another_script_is_known_to_mail_servers_in_ascii() {
    EmailAddress address = EmailAddress.of("Info@Müller.de");

    assertThat(address.ascii()).isEqualTo("Info@xn--mller-kva.de");
    assertThat(EmailAddress.of("Ada@Example.com").ascii()).isEqualTo("Ada@example.com");
    assertThat(EmailAddress.of("ada@example\u010d\u010a.com\u013e").ascii())
        .as("letters whose low byte is a line break")
        .matches("ada@[a-z0-9.-]+");
  }

  @Test
  void a_guest_is_recognised_whatever_the_case() {
    assertThat(EmailAddress.of("Ada@Example.COM").key()).isEqualTo("ada@example.com");
    assertThat(EmailAddress.of("IDA@example.com").key()).isEqualTo("ida@example.com");
  }

  @Test
  void two_addresses_are_equal_when_written_alike() {
    assertThat(EmailAddress.of("ada@example.com"))
        .isEqualTo(EmailAddress.of(" ada@example.com"))
        .hasSameHashCodeAs(EmailAddress.of("ada@example.com"))
        .isNotEqualTo(EmailAddress.of("Ada@example.com"));
  }

  @Test
  void what_is_recognised_at_a_glance_is_what_the_long_way_finds() {
    Random random = new Random(42);
    String[] signs = {"a", "Z", "9", ".", "_", "-", "+", "@", "é", " ", "xn--", "b.c", "\u200b"};
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(9); n > 0; n--) {
        text.append(signs[random.nextInt(signs.length)]);
        if (random.nextInt(4) == 0) {
          text.append('@');
        }
      }
      String address = text.toString();
      if (PlainAddress.isOne(address)) {
        EmailAddress longWay = EmailAddress.of(" " + address); // a blank is not plain
        assertThat(EmailAddress.of(address).ascii()).as(address).isEqualTo(longWay.ascii());
        assertThat(longWay).hasToString(address);
      }
    }
    assertThat(PlainAddress.isOne("Ada.Lovelace+shop@mail.example.co.uk")).isTrue();
  }
}
