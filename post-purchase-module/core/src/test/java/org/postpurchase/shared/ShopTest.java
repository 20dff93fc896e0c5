package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShopTest {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "/tea, https://shop.example/tea",
    "tea, https://shop.example/tea",
    "https://cdn.example/tea.png, https://cdn.example/tea.png",
    "//cdn.example/tea.png, https://cdn.example/tea.png",
    "cid:logo, cid:logo"
  })
  void addresses_in_mails_are_absolute(String stored, String absolute) {
    Shop shop = new Shop("Tea", "https://shop.example/", "", Locale.UK, ZoneOffset.UTC);

    assertThat(shop.absolute(stored)).isEqualTo(absolute);
  }
}
