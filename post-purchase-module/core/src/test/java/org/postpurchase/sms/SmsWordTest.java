package org.postpurchase.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmsWordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        " stop. ",
        "Stop. Thank you ",
        "Stop!!",
        "STOPALL",
        "unsubscribe",
        "QUIT",
        "End",
        "cancel",
        "REVOKE",
        "opt out",
        "Opt-out",
        "optout",
        "Please stop texting me",
        "stop sending me these",
        "no more messages please",
        "Don\u2019t text me",
        "do not contact me again",
        "wrong number",
        "STOPP",
        "Abmelden",
        "Bitte abmelden",
        "abbestellen",
        "Widerruf",
        "K\u00fcndigen",
        "ENDE",
        "keine SMS mehr",
        "Bitte keine Werbung!",
        "Nein",
        "NO",
        "Falsche Nummer",
        "stop \ud83d\ude21",
        "S T O P",
        "s.t.o.p.",
        "\uff33\uff34\uff2f\uff30",
        "\ud835\udc12\ud835\udc13\ud835\udc0e\ud835\udc0f",
        "Ku\u0308ndigen",
        "ARRE\u0302T"
      })
  void is_a_refusal(String text) {
    assertThat(SmsWord.of(text)).isEqualTo(SmsWord.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"YES", "yes", "Yes!", "JA", "ja.", "START", "UNSTOP", "Yes please", "Ja, bitte"})
  void is_a_yes(String text) {
    assertThat(SmsWord.of(text)).isEqualTo(SmsWord.YES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "info", "Hilfe?"})
  void asks_for_help(String text) {
    assertThat(SmsWord.of(text)).isEqualTo(SmsWord.HELP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "??",
        "When does my order arrive?",
        "Yes but where is my parcel",
        "please don't stop",
        "a b c",
        "Count me in! We have got to STOP this terrible bill from passing!!",
        "I could not stop laughing about the picture on the box that came with the grinder",
        "Wann kommt mein Paket?"
      })
  void is_for_a_person_to_read(String text) {
    assertThat(SmsWord.of(text)).isEqualTo(SmsWord.OTHER);
  }
}
