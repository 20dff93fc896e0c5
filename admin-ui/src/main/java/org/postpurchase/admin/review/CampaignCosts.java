package org.postpurchase.admin.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SegmentParts;
import org.postpurchase.campaign.Campaign;
import org.postpurchase.campaign.CampaignReport;
import org.postpurchase.campaign.CampaignSales;
import org.postpurchase.campaign.CampaignStore;
import org.postpurchase.shared.Money;

/** What campaigns have cost and what was ordered, for their pages. */
final class CampaignCosts {
  private final CampaignStore store;
  private final CampaignSales sales;
  private final SegmentParts segments;
  private final Infrastructure base;

  /**
   * @param segments know the currency in which amounts are typed
   */
  public CampaignCosts(
      CampaignStore store, CampaignSales sales, SegmentParts segments, Infrastructure base) {
    this.store = store;
    this.sales = sales;
    this.segments = segments;
    this.base = base;
  }

  private Currency currency() {
    return Currency.getInstance(segments.getCurrency());
  }

  View of(Campaign campaign, Locale locale) {
    CampaignReport report =
        base.transactions.call(
            () ->
                new CampaignReport(
                    store.count(campaign.id),
                    store.costOf(campaign.id),
                    sales.after(campaign, Duration.ofDays(CampaignReport.DAYS))));
    return new View(report, currency(), locale);
  }

  /** False for what is no amount. The caller has asked for the permission. */
  boolean save(long id, String typed, String actor) {
    String text = typed.trim().replace(',', '.');
    if (!text.matches("|\\d{1,7}(\\.\\d{1,2})?")) {
      return false;
    }
    Money cost =
        text.isEmpty() ? null : Money.of(new BigDecimal(text), currency(), RoundingMode.HALF_UP);
    base.transactions.run(
        () -> {
          store.cost(id, cost);
          base.audit.done(actor, "cost of campaign", "campaign " + id, text);
        });
    return true;
  }

  /** Plain values. */
  public static final class View {
    private final CampaignReport report;
    private final Currency currency;
    private final Locale locale;

    View(CampaignReport report, Currency currency, Locale locale) {
      this.report = report;
      this.currency = currency;
      this.locale = locale;
    }

    public int getDays() {
      return CampaignReport.DAYS;
    }

    public int getEntries() {
      return report.entries;
    }

    public long getOrders() {
      return report.orders();
    }

    public long getBuyers() {
      return report.sold.stream().mapToLong(s -> s.people).max().orElse(0);
    }

    public List<String> getKept() {
      return report.sold.stream()
          .map(
              s ->
                  Money.of(s.kept, Currency.getInstance(s.currency), RoundingMode.HALF_UP)
                      .format(locale))
          .collect(Collectors.toList());
    }

    public String getCurrency() {
      return currency.getCurrencyCode();
    }

    /** As it is typed; empty while nobody has said. */
    public String getTyped() {
      return report
          .cost
          .map(
              m ->
                  BigDecimal.valueOf(
                          m.amountMinor(), Math.max(0, m.currency().getDefaultFractionDigits()))
                      .toPlainString())
          .orElse("");
    }

    public String getCost() {
      return shown(report.cost);
    }

    public String getCostOfEntry() {
      return shown(report.costOfEntry());
    }

    public String getCostOfOrder() {
      return shown(report.costOfOrder());
    }

    private String shown(Optional<Money> money) {
      return money.map(m -> m.format(locale)).orElse("");
    }
  }
}
