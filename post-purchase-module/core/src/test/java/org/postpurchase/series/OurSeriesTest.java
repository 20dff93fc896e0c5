package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postpurchase.testkit.SeriesRehearsal;

/** What a store's developers write about an exported series; docs/testing-series.md shows it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OurSeriesTest {
  @RegisterExtension
  final SeriesRehearsal shop =
      SeriesRehearsal.of("/rehearsal/our-series.yaml", "after-the-first-order");

  @Test
  void a_first_buyer_is_thanked_at_once_and_told_about_care_by_day() {
    SeriesRehearsal.Person ada = shop.person("ada@example.com").agrees().orders("Tea pot");
    shop.pass(Duration.ofDays(2));
    ada.isShipped().hasReceived();
    shop.pass(Duration.ofDays(10));

    assertThat(ada.received()).hasSize(2);
    assertThat(ada.received().get(0)).endsWith(" thanks");
    assertThat(ada.received().get(1)).matches("\\S+ (09|1[0-7]):\\d\\d care");
  }

  @Test
  void whoever_did_not_agree_gets_no_advertising() {
    SeriesRehearsal.Person ada = shop.person("ada@example.com").orders("Tea pot").hasReceived();
    shop.pass(Duration.ofDays(10));

    assertThat(ada.received()).hasSize(1);
    assertThat(ada.notSent()).containsExactly("care NO_CONSENT");
  }

  @Test
  void a_second_order_ends_it() {
    SeriesRehearsal.Person ada = shop.person("ada@example.com").agrees().orders("Tea pot");
    ada.hasReceived();
    shop.pass(Duration.ofDays(1));
    ada.orders("Tea");
    shop.pass(Duration.ofDays(10));

    assertThat(ada.received()).hasSize(1);
    assertThat(ada.notSent()).containsExactly("care ORDERED_AGAIN", "series NOT_FIRST_ORDER");
  }

  @Test
  void two_people_do_not_get_into_each_others_way() {
    SeriesRehearsal.Person ada = shop.person("ada@example.com").agrees().orders("Tea pot");
    SeriesRehearsal.Person bob = shop.person("bob@example.com").orders("Cup");
    ada.hasReceived();
    bob.hasReceived();
    shop.pass(Duration.ofDays(10));

    assertThat(ada.received()).hasSize(2);
    assertThat(bob.received()).hasSize(1);
  }

  @Test
  void the_guide_shows_this_very_source() throws Exception {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs/testing-series.md"))) {
      root = root.getParent();
    }
    String guide = Files.readString(root.resolve("docs/testing-series.md"));
    String source =
        Files.readString(
            root.resolve(
                "post-purchase-module/core/src/test/java/org/postpurchase/series/OurSeriesTest.java"));
    String shown = guide.substring(guide.indexOf("```java") + 7, guide.lastIndexOf("```"));

    assertThat(shown.lines().filter(line -> !line.isBlank()).count()).isGreaterThan(10);
    assertThat(shown.lines().filter(line -> !line.isBlank())).allMatch(source::contains);
  }
}
