package org.postpurchase.admin.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.analytics.Sales;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CohortBarTest {
  private static final YearMonth FIRST = YearMonth.of(2026, 3);

  /** Wider than the bars of a month, a name would run into the next one: lightdash 6353. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void twelve_months_stand_side_by_side(String language) {
    for (int month = 0; month < 12; month++) {
      CohortBar bar = bar(month, 4, 1, Locale.forLanguageTag(language));
      assertThat(bar.getMonth()).hasSizeBetween(1, 6).doesNotContain("20");
      assertThat(bar.getName()).isEqualTo(bar.getMonth() + (month < 10 ? " 2026" : " 2027"));
    }
    assertThat(bar(1, 1, 0, Locale.GERMAN).getLeft() - bar(0, 1, 0, Locale.GERMAN).getLeft())
        .isGreaterThan(6 * 7);
  }

  @Test
  void a_year_stands_under_its_first_month_only() {
    assertThat(bar(0, 1, 0, Locale.GERMAN).getYear()).isEqualTo("2026");
    assertThat(bar(9, 1, 0, Locale.GERMAN).getYear()).isEmpty();
    assertThat(bar(10, 1, 0, Locale.GERMAN).getYear()).isEqualTo("2027");
    assertThat(bar(11, 1, 0, Locale.GERMAN).getYear()).isEmpty();
  }

  @Test
  void a_bar_is_as_high_as_its_share() {
    CohortBar bar = bar(0, 4, 1, Locale.GERMAN);

    assertThat(bar.getTwice()).isEqualTo("25\u00a0%");
    assertThat(bar.getTwiceHeight()).isEqualTo(75);
    assertThat(bar.getTwiceTop() + bar.getTwiceHeight()).isEqualTo(170);
    assertThat(bar.getThriceHeight()).isZero();
  }

  @Test
  void a_month_without_first_orders_has_no_share() {
    CohortBar bar = bar(0, 0, 0, Locale.ENGLISH);

    assertThat(bar.getTwice()).isEqualTo("–");
    assertThat(bar.getTwiceHeight()).isZero();
  }

  private static CohortBar bar(int month, long people, long twice, Locale locale) {
    return new CohortBar(
        new Sales.Cohort(month, people, twice, 0), FIRST.plusMonths(month), 50, locale);
  }
}
