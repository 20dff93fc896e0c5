package org.postpurchase.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.testkit.Seed;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CodeFormTest {
  private static final String[] AROUND = {"", " ", "\u00a0", "\t", "\u200b", "\u3000", "\ufeff"};
  private static final String[] BETWEEN = {
    "", "-", " ", "\u2013", "\u2011", "\u00a0", " - ", "\u00ad"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcde-fghjk-mnpqr",
        "ABCDEFGHJKMNPQR",
        " ABCDE FGHJK MNPQR ",
        "\u00a0ABCDE-FGHJK-MNPQR\u00a0",
        "\uff21\uff22\uff23\uff24\uff25-FGHJK-MNPQR"
      })
  void a_code_of_ours_is_the_same_however_it_is_typed(String typed) {
    assertThat(CodeForm.of(typed)).isEqualTo("ABCDE-FGHJK-MNPQR");
    assertThat(CodeForm.candidates(typed)).contains("ABCDE-FGHJK-MNPQR");
  }

  @Test
  void any_spelling_of_any_code_comes_to_the_one_form() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    RewardCodes codes = new RewardCodes(new SecureRandom());
    for (int i = 0; i < 20_000; i++) {
      String code = codes.next();
      assertThat(code).doesNotContainPattern("[ILOU01]");
      String typed = any(AROUND, random);
      for (String group : code.split("-")) {
        typed += random.nextBoolean() ? group : group.toLowerCase(Locale.ROOT);
        typed += any(BETWEEN, random);
      }
      assertThat(CodeForm.of(typed + any(AROUND, random))).as("seed %d", seed).isEqualTo(code);
    }
  }

  @Test
  void a_code_of_the_store_is_looked_up_as_typed_before_anything_else() {
    assertThat(CodeForm.candidates(" Welcome-10\u00a0"))
        .containsExactly("Welcome-10", "WELCOME-10", "WELCOME10");
    assertThat(CodeForm.candidates("\u00a0 ")).isEmpty();
  }

  private static String any(String[] choices, Random random) {
    return choices[random.nextInt(choices.length)];
  }
}
