package org.postpurchase.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses, homes and numbers are one person's, and which are not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SamePersonTest {
  @ParameterizedTest
  @CsvSource({
    "Bob.Smith+x@Gmail.com, bobsmith@googlemail.com",
    "bob+shop@outlook.de, bob@outlook.de",
    "bob+shop@hotmail.co.uk, bob@hotmail.co.uk",
    "bob+a@live.nl, bob@live.nl",
    "bob+a@windowslive.com, bob@windowslive.com",
    "anything@bob.fastmail.com, bob@fastmail.com",
    "bob+a@fastmail.co.uk, bob@fastmail.co.uk",
    "bob+a@pm.me, bob@protonmail.com",
    "bob@protonmail.ch, bob@proton.me",
    "bob+1@ya.ru, bob@yandex.com",
    "bob+a@mac.com, bob@icloud.com",
    "bob+a@hey.com, bob@hey.com",
    "bob@b\u00fccher.example, bob@xn--bcher-kva.example",
    "bob@BU\u0308CHER.example, bob@b\u00fccher.example",
    "b\u200bob@example.com, bob@example.com"
  })
  void these_are_one_mailbox(String one, String other) {
    assertThat(MailboxIdentity.of(one)).isEqualTo(MailboxIdentity.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "b.ob@outlook.com, bob@outlook.com",
    "bob+a@example.com, bob@example.com",
    "bob+a@yahoo.com, bob@yahoo.com",
    "bob@outlook.de, bob@outlook.com",
    "bob@outlook.example, bob+a@outlook.example",
    "bob@notfastmail.com, bob@fastmail.com",
    "x@a.notfastmail.com, a@notfastmail.com",
    "bob@xn--bcher-kva.example, bob@bucher.example",
    "b\u043eb@example.com, bob@example.com"
  })
  void these_are_two(String one, String other) {
    assertThat(MailboxIdentity.of(one)).isNotEqualTo(MailboxIdentity.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "K\u00f6nigstra\u00dfe 5, Koenigstrasse 5",
    "Konigstr. 5, K\u00f6nigstra\u00dfe 5",
    "12 Stone Street, 12 Stone St",
    "Gr\u00fcner Weg 3 b, GRUENER WEG 3B",
    "3 Avenue Foch, 3 ave. Foch",
    "Stra\u00dfe der Republik 7, Str. der Republik 7",
    "\u0130stasyon 4, istasyon 4",
    "S\u00f8ndergade 9, Soendergade 9",
    "\uff11\uff12 Main Road, 12 Main Rd"
  })
  void these_are_one_home(String one, String other) {
    assertThat(HomeForm.of(one, "10115", "DE")).isEqualTo(HomeForm.of(other, "10115", "DE"));
  }

  @ParameterizedTest
  @CsvSource({
    "K\u00f6nigstra\u00dfe 5, K\u00f6nigstra\u00dfe 15",
    "K\u00f6nigstra\u00dfe 5a, K\u00f6nigstra\u00dfe 5b",
    "Am Markt 5, Am Park 5"
  })
  void these_are_two_homes(String one, String other) {
    assertThat(HomeForm.of(one, "10115", "DE")).isNotEqualTo(HomeForm.of(other, "10115", "DE"));
  }

  @Test
  void a_number_is_the_same_in_any_digits_and_signs() {
    PersonFacts facts = new PersonFacts(1, 0, "a@example.com", Instant.EPOCH);
    String plain = facts.phone("+49 30 5557788").texts().get(KeyKind.PHONE);
    for (String typed :
        new String[] {
          "030/555 77 88", "\u0660\u0663\u0660\u0665\u0665\u0665\u0667\u0667\u0668\u0668"
        }) {
      assertThat(facts.phone(typed).texts().get(KeyKind.PHONE)).as(typed).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.super-coupons.example",
        "slickdeals.example",
        "joinhoney.com",
        "www.mydealz.de",
        "gutscheinpony.example",
        "rabattcode.example"
      })
  void these_are_coupon_pages(String referrer) {
    assertThat(isPublic(referrer)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pay.ideal.nl",
        "www.car-dealer.example",
        "honeymoon-blog.example",
        "honeybees.example",
        "fair-ideals.example",
        ""
      })
  void these_are_none(String referrer) {
    assertThat(isPublic(referrer)).isFalse();
  }

  private static boolean isPublic(String referrer) {
    Referral friend =
        new Referral.Builder(1, 1, 1)
            .of(1, 1, new Referral.Claim("link", referrer, "", "", Instant.EPOCH))
            .is(ReferralState.CLAIMED, ReferralReason.CLAIMED, Instant.EPOCH)
            .build();
    FraudCase about =
        new FraudCase(
            friend,
            null,
            "",
            new FraudCase.Keys(java.util.List.of(), java.util.List.of()),
            java.util.List.of(),
            Instant.EPOCH);
    return org.postpurchase.referral.fraud.ShippedSignals.all().stream()
        .filter(signal -> signal.key().equals("PUBLIC_CODE"))
        .anyMatch(signal -> signal.evidence(about).isPresent());
  }

  @Test
  void a_code_is_read_alike_under_every_locale_of_the_machine() {
    Locale before = Locale.getDefault();
    Map<String, String> typed =
        Map.of(
            "vmkw-hzq7", "VMKWHZQ7",
            " VMKW\u2011hzq7\u00a0", "VMKWHZQ7",
            "\uff36MKW.HZQ7", "VMKWHZQ7",
            "(v m k w h z q 7)", "VMKWHZQ7");
    try {
      for (Locale locale : Locale.getAvailableLocales()) {
        Locale.setDefault(locale);
        typed.forEach(
            (text, code) -> assertThat(FriendCode.of(text)).as(locale + text).hasValue(code));
        assertThat(FriendCode.of("\u0130MKWHZQ7")).isEmpty();
        assertThat(FriendCode.of("V\u041cKWHZQ7")).as("a letter of another script").isEmpty();
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
