package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.testkit.Seed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxKeyTest {
  private static final int RUNS = 20_000;

  @ParameterizedTest
  @CsvSource({
    "karl@b\u00fccher.example, karl@xn--bcher-kva.example",
    "karl@bu\u0308cher.example, karl@xn--bcher-kva.example",
    "KARL@B\u00dcCHER.EXAMPLE, karl@xn--bcher-kva.example",
    "karl@XN--BCHER-KVA.example, karl@xn--bcher-kva.example",
    "karl@example.com., karl@example.com",
    "mailto:karl@example.com, karl@example.com",
    "MAILTO:karl%2Bshop@example.com?subject=a@b, karl+shop@example.com",
    "\u00a0karl@example.com\u2003, karl@example.com",
    "k\u200barl@exa\u200dmple.com\ufeff, karl@example.com",
    "\u202akarl@example.com\u202c, karl@example.com",
    "ka\u00adrl@example.com, karl@example.com",
    "\uff4b\uff41\uff52\uff4c\uff20\uff45xample\uff0ecom, karl@example.com",
    "karl@example\u3002com, karl@example.com",
    "karl@\u0438\u0441\u043f\u044b\u0442\u0430\u043d\u0438\u0435.example,"
        + " karl@xn--80akhbyknj4f.example",
    "\u212aarl@example.com, karl@example.com",
    "karl@\u4f8b\u3048.\u30c6\u30b9\u30c8, karl@xn--r8jz45g.xn--zckzah",
  })
  void every_spelling_of_a_mailbox_has_its_key(String spelling, String key) {
    assertThat(EmailAddress.of(spelling).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "karl@stra\u00dfe.example, karl@xn--strae-oqa.example",
    "karl@STRA\u1e9eE.example, karl@xn--strae-oqa.example",
    "karl@strasse.example, karl@strasse.example",
    "karl@STRASSE.example, karl@strasse.example",
    "karl@\u03b2\u03cc\u03bb\u03bf\u03c2.example, karl@xn--nxasmm1c.example",
    "karl@\u03b2\u03cc\u03bb\u03bf\u03c3.example, karl@xn--nxasmq6b.example",
    "karl@\u0392\u038c\u039b\u039f\u03a3.example, karl@xn--nxasmq6b.example",
    "karl@\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com, karl@xn--mgba3gch31f060k.com",
  })
  void letters_that_make_another_domain_since_idna_2008_make_another_key(
      String spelling, String key) {
    assertThat(EmailAddress.of(spelling).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, a.da@example.com",
    "ada@example.com, ada+shop@example.com",
    "ada@example.com, ada@example.org",
    "ada@example.com, ada@mail.example.com",
    "ada@i.example, ada@\u0131.example",
    "ada@i.example, ada@\u0130.example",
    "ada@paypal.example, ada@p\u0430ypal.example",
    "ada@bucher.example, ada@b\u00fccher.example",
    "ada@masse.example, ada@ma\u00dfe.example",
  })
  void two_mailboxes_never_share_a_key(String one, String other) {
    assertThat(EmailAddress.of(one).key()).isNotEqualTo(EmailAddress.of(other).key());
  }

  @ParameterizedTest
  @CsvSource({
    "\u0131da@example.com",
    "\ufb01n@example.com",
    "\u017fam@example.com",
    "\u2460@example.com"
  })
  void a_letter_that_only_looks_like_ascii_never_becomes_somebody_elses_name(String spelling) {
    assertThat(EmailAddress.stored(spelling).key()).doesNotMatch("[a-z0-9]+@example\\.com");
  }

  @Test
  void what_no_mail_can_be_sent_to_has_one_key_as_well() {
    String composed = EmailAddress.stored("J\u00d6RG@B\u00dcCHER.example").key();
    String decomposed = EmailAddress.stored(" jo\u0308rg@bu\u0308cher.example").key();

    assertThat(decomposed).isEqualTo(composed).isEqualTo("j\u00f6rg@xn--bcher-kva.example");
    assertThat(EmailAddress.stored("ada@example.com\r\n").key()).isEqualTo("ada@example.com");
    assertThat(EmailAddress.stored("Nobody at all").key()).isEqualTo("nobody at all");
    assertThat(EmailAddress.stored(null).key()).isEmpty();
    assertThat(EmailAddress.stored("\u00fc".repeat(63) + "@" + "\u00fc.".repeat(90) + "x").key())
        .hasSizeLessThanOrEqualTo(254);
  }

  @Test
  void any_spelling_of_random_mailboxes_gives_one_key_and_two_mailboxes_two() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    Map<String, String> mailboxOfKey = new HashMap<>();
    for (int run = 0; run < RUNS; run++) {
      Mailbox mailbox = Mailbox.any(random);
      String key = EmailAddress.of(mailbox.toString()).key();
      assertThat(key).as("ASCII only, seed %d", seed).matches("\\p{ASCII}+");
      assertThat(mailboxOfKey.putIfAbsent(key, mailbox.toString()))
          .as("key %s, seed %d", key, seed)
          .isIn(null, mailbox.toString());
      for (int i = 0; i < 3; i++) {
        String spelling = mailbox.spelled(random);
        assertThat(EmailAddress.of(spelling).key())
            .as("%s of %s, seed %d", escaped(spelling), mailbox, seed)
            .isEqualTo(key);
        assertThat(EmailAddress.stored(spelling).key()).isEqualTo(key);
      }
      assertThat(EmailAddress.of(key).key()).as("the key of a key, seed %d", seed).isEqualTo(key);
    }
    System.out.println("mailbox keys: seed " + seed);
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(c < 127 ? "" + (char) c : String.format("\\u%04x", c)));
    return out.toString();
  }

  /** Local part and domain in the form that its owner would print on a card. */
  private static final class Mailbox {
    private static final List<String> LABELS =
        Arrays.asList(
            "b\u00fccher",
            "shop",
            "m\u00e4rkte",
            "\u00e9cole",
            "\u00e5ngstr\u00f6m",
            "d\u0131\u015f",
            "\u043f\u043e\u0447\u0442\u0430",
            "\u4f8b\u3048",
            "\u03b1\u03b3\u03bf\u03c1\u03ac",
            "ti\u1ebfng",
            "\ud55c\uad6d",
            "\u05d3\u05d5\u05d0\u05e8",
            "x-y",
            "a1",
            "mail");
    private static final List<String> INVISIBLE =
        Arrays.asList("\u200b", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200d", "\u200c");
    private static final List<String> BLANKS =
        Arrays.asList(" ", "\u00a0", "\u2003", "\u3000", "\u202f", "\t");

    final String local;
    final List<String> labels;

    private Mailbox(String local, List<String> labels) {
      this.local = local;
      this.labels = labels;
    }

    static Mailbox any(Random random) {
      StringBuilder local = new StringBuilder();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        local.append("abcxyz019_.+-'".charAt(random.nextInt(14)));
      }
      List<String> labels = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        labels.add(LABELS.get(random.nextInt(LABELS.size())));
      }
      labels.add("example");
      return new Mailbox(local.toString(), labels);
    }

    String spelled(Random random) {
      StringBuilder domain = new StringBuilder();
      for (String label : labels) {
        domain.append(domain.length() == 0 ? "" : ".").append(spelledLabel(label, random));
      }
      String address = anyCase(local, random) + "@" + domain + (random.nextInt(4) == 0 ? "." : "");
      address = random.nextInt(4) == 0 ? wide(address, random) : address;
      address = random.nextInt(3) == 0 ? sprinkled(address, random) : address;
      address = random.nextInt(5) == 0 ? "mAilto:" + address : address;
      address = random.nextInt(3) == 0 ? one(BLANKS, random) + address : address;
      return random.nextInt(3) == 0 ? address + one(BLANKS, random) : address;
    }

    private static String spelledLabel(String label, Random random) {
      switch (random.nextInt(4)) {
        case 0:
          return anyCase(IDN.toASCII(label), random);
        case 1:
          return Normalizer.normalize(anyCase(label, random), Normalizer.Form.NFD);
        default:
          return anyCase(label, random);
      }
    }

    private static String anyCase(String text, Random random) {
      StringBuilder out = new StringBuilder();
      for (String letter : text.split("")) {
        boolean capital = random.nextBoolean() && !"\u0131".equals(letter);
        out.append(capital ? letter.toUpperCase(Locale.ROOT) : letter);
      }
      return out.toString();
    }

    private static String wide(String text, Random random) {
      StringBuilder out = new StringBuilder();
      for (char c : text.toCharArray()) {
        out.append(c > ' ' && c < 127 && random.nextBoolean() ? (char) (c + 0xFEE0) : c);
      }
      return out.toString();
    }

    private static String sprinkled(String text, Random random) {
      int at = random.nextInt(text.length() + 1);
      return text.substring(0, at) + one(INVISIBLE, random) + text.substring(at);
    }

    private static String one(List<String> of, Random random) {
      return of.get(random.nextInt(of.size()));
    }

    @Override
    public String toString() {
      return local + "@" + String.join(".", labels);
    }
  }
}
