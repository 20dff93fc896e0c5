package org.postpurchase.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Money;

/** What a campaign has cost for each entry and order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CampaignReportTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final List<CampaignSales.Sold> SOLD =
      List.of(
          new CampaignSales.Sold("EUR", 5, 4, new BigDecimal("99.90")),
          new CampaignSales.Sold("CHF", 1, 1, new BigDecimal("10")));

  @Test
  void cost_is_shared_by_entries_and_by_orders_of_all_currencies_and_rounded_once() {
    CampaignReport report = new CampaignReport(3, Optional.of(Money.ofMinor(25_000, EUR)), SOLD);
    assertThat(report.orders()).isEqualTo(6);
    assertThat(report.costOfEntry()).contains(Money.ofMinor(8_333, EUR));
    assertThat(report.costOfOrder()).contains(Money.ofMinor(4_167, EUR));
  }

  @Test
  void without_entries_orders_or_a_cost_there_is_no_share() {
    Optional<Money> cost = Optional.of(Money.ofMinor(100, EUR));
    assertThat(new CampaignReport(0, cost, List.of()).costOfEntry()).isEmpty();
    assertThat(new CampaignReport(9, cost, List.of()).costOfOrder()).isEmpty();
    assertThat(new CampaignReport(9, Optional.empty(), SOLD).costOfEntry()).isEmpty();
  }
}
