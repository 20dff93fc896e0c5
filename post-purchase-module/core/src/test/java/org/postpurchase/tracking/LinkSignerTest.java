package org.postpurchase.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkSignerTest {
  private final SettableClock clock = new SettableClock();
  private final LinkSigner signer = new LinkSigner("0123456789abcdef".getBytes(UTF_8), clock);

  private String token() {
    return signer.token(LinkPurpose.UNSUBSCRIBE, 123_456_789_012L);
  }

  @Test
  void a_token_is_read_back_by_every_node_with_the_same_key_and_fits_an_address() {
    LinkSigner other = new LinkSigner("0123456789abcdef".getBytes(UTF_8), clock);
    assertThat(other.read(LinkPurpose.UNSUBSCRIBE, token())).isEqualTo(123_456_789_012L);
    assertThat(token()).matches("[A-Za-z0-9._-]{20,80}");
  }

  @Test
  void no_two_purposes_share_a_code() {
    assertThat(Arrays.stream(LinkPurpose.values()).map(purpose -> purpose.code))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_token_of_another_shop_is_refused() {
    LinkSigner other = new LinkSigner("another key here".getBytes(UTF_8), clock);
    assertThat(problem(other, token())).isEqualTo(LinkRefusedException.Problem.TAMPERED);
  }

  /** Of the last sign of base64 some bits mean nothing. */
  @Test
  void no_other_last_sign_is_taken_for_that_of_a_sealed_text_of_any_length() {
    String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.";
    StringBuilder text = new StringBuilder();
    for (int length = 0; length < 60; length++) {
      String token = signer.seal(LinkPurpose.BASKET, text.append('1').toString());
      String begun = token.substring(0, token.length() - 1);
      for (char sign : signs.toCharArray()) {
        for (String other : new String[] {begun + sign, token + sign}) {
          if (!other.equals(token)) {
            assertThatThrownBy(() -> signer.open(LinkPurpose.BASKET, other))
                .as(other)
                .isInstanceOf(LinkRefusedException.class);
          }
        }
      }
      assertThat(signer.open(LinkPurpose.BASKET, token)).isEqualTo(text.toString());
    }
  }

  @Test
  void changing_any_character_breaks_it() {
    String token = token();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'x' ? 'y' : 'x';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(problem(signer, changed))
          .as(changed)
          .isEqualTo(LinkRefusedException.Problem.TAMPERED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "u", "u.1.2", "u.1.2.", "u..2.x", "x.1.2.3", "u.1.2.3.4", "ü"})
  void nonsense_is_refused(String token) {
    assertThat(problem(signer, token)).isEqualTo(LinkRefusedException.Problem.TAMPERED);
  }

  @Test
  void a_token_ends_after_two_years_with_the_day() {
    clock.set(Instant.parse("2026-03-20T09:00:00Z"));
    String token = token();
    clock.set(Instant.parse("2028-03-20T00:00:00Z"));
    assertThat(signer.read(LinkPurpose.UNSUBSCRIBE, token)).isPositive();
    clock.advance(Duration.ofSeconds(1));
    assertThat(problem(signer, token)).isEqualTo(LinkRefusedException.Problem.EXPIRED);
  }

  @Test
  void a_token_made_twice_on_one_day_is_the_same() {
    clock.set(Instant.parse("2026-03-20T00:00:01Z"));
    String token = token();
    clock.set(Instant.parse("2026-03-20T23:59:59Z"));
    assertThat(token()).isEqualTo(token);
    clock.advance(Duration.ofSeconds(2));
    assertThat(token()).isNotEqualTo(token);
  }

  @Test
  void a_sealed_token_holds_its_text_and_shows_it_to_nobody_else() {
    String token = signer.seal(LinkPurpose.UNSUBSCRIBE, "de\nkarl@b\u00fccher.example");
    LinkSigner node = new LinkSigner("0123456789abcdef".getBytes(UTF_8), clock);
    LinkSigner stranger = new LinkSigner("another key here".getBytes(UTF_8), clock);

    assertThat(node.open(LinkPurpose.UNSUBSCRIBE, token)).isEqualTo("de\nkarl@b\u00fccher.example");
    assertThat(token).matches("su\\.[A-Za-z0-9_-]{40,200}");
    assertThat(signer.seal(LinkPurpose.UNSUBSCRIBE, "x"))
        .as("two mails to one reader do not look alike")
        .isNotEqualTo(signer.seal(LinkPurpose.UNSUBSCRIBE, "x"));
    assertThatThrownBy(() -> stranger.open(LinkPurpose.UNSUBSCRIBE, token))
        .isInstanceOf(LinkRefusedException.class);
    assertThatThrownBy(() -> signer.open(LinkPurpose.CLAIM_POINTS, token))
        .isInstanceOf(LinkRefusedException.class);
    assertThatThrownBy(() -> signer.open(LinkPurpose.CLAIM_POINTS, token.replaceFirst("^su", "sp")))
        .isInstanceOf(LinkRefusedException.class);
  }

  @Test
  void changing_any_character_of_a_sealed_token_breaks_it_and_it_ends_in_time() {
    String token = signer.seal(LinkPurpose.UNSUBSCRIBE, "en\nada@example.com");
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'x' ? 'y' : 'x';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThatThrownBy(() -> signer.open(LinkPurpose.UNSUBSCRIBE, changed))
          .as(changed)
          .isInstanceOfSatisfying(
              LinkRefusedException.class,
              refused ->
                  assertThat(refused.problem).isEqualTo(LinkRefusedException.Problem.TAMPERED));
    }
    clock.advance(Duration.ofDays(730));
    assertThat(signer.open(LinkPurpose.UNSUBSCRIBE, token)).endsWith("ada@example.com");
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> signer.open(LinkPurpose.UNSUBSCRIBE, token))
        .isInstanceOfSatisfying(
            LinkRefusedException.class,
            refused -> assertThat(refused.problem).isEqualTo(LinkRefusedException.Problem.EXPIRED));
  }

  @Test
  void a_short_key_is_no_key() {
    assertThatThrownBy(() -> new LinkSigner(new byte[15], clock)).hasMessageContaining("15 bytes");
  }

  private static LinkRefusedException.Problem problem(LinkSigner signer, String token) {
    return catchThrowableOfType(
            LinkRefusedException.class, () -> signer.read(LinkPurpose.UNSUBSCRIBE, token))
        .problem;
  }
}
