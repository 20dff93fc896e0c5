package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody typed or a catalogue holds, made fit for a mail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShownTextTest {
  private static final Shop SHOP =
      new Shop("Tea", "https://shop.example", "", Locale.UK, ZoneId.of("UTC"));

  @Test
  void a_line_is_one_line_of_what_can_be_seen() {
    assertThat(ShownText.line(null, 10)).isEmpty();
    assertThat(ShownText.line(" a\r\n\tb\u2028c\u0000d ", 10)).isEqualTo("a b c d");
    assertThat(ShownText.line("a\u202egnp\u202c\u2066x\u2069\u200b\ufeff\u00ad", 10))
        .isEqualTo("agnpx");
    assertThat(ShownText.line("a\ud83d b \udc00c\ufffe", 10)).isEqualTo("a b c");
    assertThat(ShownText.line("Z" + "\u0301".repeat(50), 99)).isEqualTo("Z" + "\u0301".repeat(4));
    assertThat(ShownText.line("\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", 10))
        .as("a joiner that spells a Persian name")
        .contains("\u200c");
  }

  @Test
  void what_is_too_long_is_cut_between_characters_and_shows_that_it_is() {
    assertThat(ShownText.line("abcdef", 6)).isEqualTo("abcdef");
    assertThat(ShownText.line("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(ShownText.line("\ud83d\ude00".repeat(9), 3)).isEqualTo("\ud83d\ude00\ud83d\ude00…");
    assertThat(ShownText.line("ae\u0301xyz", 3))
        .as("an accent stays with its letter")
        .isEqualTo("a…");
    assertThat(ShownText.line("\u0301\u0301\u0301\u0301", 2)).isEqualTo("…");
  }

  @Test
  void paragraphs_keep_their_line_breaks() {
    assertThat(ShownText.paragraphs("a\r\n\r\nb\u0007\tc\rd", 99)).isEqualTo("a\n\nb c\nd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "José María",
        "O'Brien",
        "O’Brien",
        "Jean-Luc",
        "J. R.",
        "J.R.R.",
        "Dr. Karl",
        "Anne (Annie)",
        "Karl II",
        "\u05d3\u05e0\u05d4",
        "\u0645\u0631\u064a\u0645",
        "\u674e\u5c0f\u9f99",
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
        "Nguyễn Thị Minh",
        "Ilse & Bernd",
        "ßeta",
        "D'Angelo",
        "Đorđe"
      })
  void a_name_is_greeted(String name) {
    assertThat(GreetingName.of("  " + name + "\n")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.com",
        "www evil",
        "www.evil.example",
        "https://evil.example",
        "http:⁄⁄evil",
        "me@evil.example",
        "evil。com",
        "evil．com",
        "ｅｖｉｌ．ｃｏｍ",
        "evil .com",
        "evil dot com",
        "evil punkt de",
        "t.me/evil",
        "evil[.]com",
        "<b>Ada",
        "$order.number",
        "Ada 0900123",
        "\u202emoc.live",
        "You have won a car",
        "click here now or lose it",
        "💰 Ada",
        "Ada\\evil",
        "Ada|evil",
        "#evil",
        "Win 5000",
        "bit.ly/x",
        "evil.com",
        "evil.example.net hello",
        "hxxp evil",
        "Ada https evil",
        "=cmd",
        "-",
        "..."
      })
  void what_advertises_or_is_no_name_is_left_out(String typed) {
    assertThat(GreetingName.of(typed)).isEmpty();
  }

  @Test
  void a_name_without_an_end_is_left_out() {
    assertThat(GreetingName.of("a".repeat(250))).isEmpty();
    assertThat(GreetingName.of("a".repeat(40))).hasSize(40);
    assertThat(GreetingName.of(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/tea, https://shop.example/tea",
    "tea, https://shop.example/tea",
    "' /my tea.png ', https://shop.example/my%20tea.png",
    "https://cdn.example/a.png?x=1&y=2#z, https://cdn.example/a.png?x=1&y=2#z",
    "//cdn.example/a.png, https://cdn.example/a.png",
    "/bücher/書.png, https://shop.example/bücher/書.png"
  })
  void an_address_is_absolute(String stored, String shown) {
    assertThat(ShownAddress.link(SHOP, stored)).isEqualTo(shown);
    assertThat(ShownAddress.picture(SHOP, stored)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "vbscript:x",
        "data:text/html,x",
        "data:image/png;base64,AA",
        "file:///etc/passwd",
        "ftp://x.example/a",
        "https:",
        "https://",
        "https:///x",
        "http:\\\\x.example",
        "/a\"onerror=\"x",
        "/<script>",
        "/a\u0000b",
        "/\u202ea",
        "https://shop.example@evil.example/",
        "java\tscript:x",
        "mailto:x@example.com",
        "/a\nb"
      })
  void what_is_no_web_address_is_left_out(String stored) {
    assertThat(ShownAddress.link(SHOP, stored)).isEmpty();
    assertThat(ShownAddress.picture(SHOP, stored)).isEmpty();
  }

  @Test
  void a_picture_comes_over_https_or_from_this_machine() {
    assertThat(ShownAddress.picture(SHOP, "http://cdn.example/a.png")).isEmpty();
    assertThat(ShownAddress.link(SHOP, "http://cdn.example/a")).isNotEmpty();
    assertThat(ShownAddress.picture(SHOP, "http://localhost:8080/a.png")).isNotEmpty();
    assertThat(ShownAddress.picture(SHOP, "http://127.0.0.1/a.png")).isNotEmpty();
    assertThat(ShownAddress.picture(SHOP, "http://localhost.example/a.png")).isEmpty();
    assertThat(ShownAddress.link(SHOP, "/" + "a".repeat(2000))).isEmpty();
  }
}
