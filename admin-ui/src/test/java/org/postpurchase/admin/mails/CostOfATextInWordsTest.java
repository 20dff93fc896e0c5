package org.postpurchase.admin.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.blocks.BlockKinds;
import org.postpurchase.sms.SmsText;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** What the editor says when a text that is also sent as SMS has been saved. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CostOfATextInWordsTest {
  private final MailWords words = new MailWords(new BlockKinds(List.of()), new Words(bundle()));

  @Test
  void a_plain_text_is_one_message_and_names_no_letter() {
    String text = "x".repeat(160);
    assertThat(said(text, Locale.ENGLISH))
        .isEqualTo("As a text message: 160 characters, 1 message(s) to pay for.");
    assertThat(said(text, Locale.GERMAN)).isEqualTo("Als SMS: 160 Zeichen, 1 zu bezahlende SMS.");
  }

  @Test
  void one_letter_more_is_a_second_part() {
    assertThat(said("x".repeat(161), Locale.ENGLISH))
        .isEqualTo("As a text message: 161 characters, 2 message(s) to pay for.");
  }

  @Test
  void the_letter_that_makes_it_dear_is_named_with_what_it_would_cost_without() {
    String text = "x".repeat(99) + "’";
    assertThat(said(text, Locale.ENGLISH))
        .isEqualTo(
            "As a text message: 100 characters, 2 message(s) to pay for."
                + " These characters shorten each message to 70: ’ Without them it would be"
                + " 1 message(s).");
    assertThat(said(text, Locale.GERMAN))
        .isEqualTo(
            "Als SMS: 100 Zeichen, 2 zu bezahlende SMS. Diese Zeichen verkürzen jede SMS auf 70"
                + " Zeichen: ’ Ohne sie wären es 1 SMS.");
  }

  @Test
  void several_letters_are_each_named_once() {
    assertThat(said("Grüße 😀 und „Danke“ 😀", Locale.GERMAN))
        .contains("😀", "„", "“")
        .doesNotContain("ü ")
        .satisfies(text -> assertThat(text.split("😀", -1)).hasSize(2));
  }

  private String said(String text, Locale locale) {
    return words.cost(SmsText.of(text), locale);
  }

  private static ReloadableResourceBundleMessageSource bundle() {
    ReloadableResourceBundleMessageSource bundle = new ReloadableResourceBundleMessageSource();
    bundle.setBasename("classpath:messages/PostPurchaseAdminMessages");
    bundle.setFallbackToSystemLocale(false);
    return bundle;
  }
}
