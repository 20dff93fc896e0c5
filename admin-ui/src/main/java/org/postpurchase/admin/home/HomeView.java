package org.postpurchase.admin.home;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.admin.ui.Amounts;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.analytics.Figure;
import org.postpurchase.analytics.FigureStore;
import org.postpurchase.analytics.Figures;
import org.postpurchase.analytics.Sales;
import org.postpurchase.analytics.Work;

/** Plain values of Home for its template. */
final class HomeView {
  private final Figures figures;
  private final Locale locale;
  private final NumberFormat numbers;

  HomeView(Figures figures, Locale locale) {
    this.figures = figures;
    this.locale = locale;
    this.numbers = NumberFormat.getIntegerInstance(locale);
  }

  private HomeTile tile(Figure figure, String link) {
    long now = figures.of(figure);
    long before = figures.before(figure);
    return new HomeTile(
        figure.name(), numbers.format(now), change(now, before), now >= before, link);
  }

  private static String change(double now, double before) {
    if (before <= 0 || now == before) {
      return "";
    }
    long percent = Math.round((now - before) * 100 / before);
    return (percent > 0 ? "+" : "−") + Math.abs(percent) + " %";
  }

  /** Orders, money and how many come again. */
  public List<HomeTile> getSales() {
    List<HomeTile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.ORDERS, "/order"));
    figures
        .money()
        .forEach(
            (currency, sum) -> {
              BigDecimal before = figures.moneyBefore().getOrDefault(currency, BigDecimal.ZERO);
              tiles.add(
                  new HomeTile(
                      "MONEY",
                      money(sum, currency),
                      change(sum.doubleValue(), before.doubleValue()),
                      sum.compareTo(before) >= 0,
                      "/order"));
            });
    double now = share(figures.of(Figure.REPEAT_ORDERS), figures.of(Figure.ORDERS));
    double before = share(figures.before(Figure.REPEAT_ORDERS), figures.before(Figure.ORDERS));
    tiles.add(
        new HomeTile(
            "REPEAT",
            figures.of(Figure.ORDERS) == 0 ? "–" : percent(now),
            figures.before(Figure.ORDERS) == 0 ? "" : change(now, before),
            now >= before,
            "/order"));
    return tiles;
  }

  static double share(long part, long all) {
    return all == 0 ? 0 : part * 100.0 / all;
  }

  private String percent(double share) {
    return percent(share, locale);
  }

  static String percent(double share, Locale locale) {
    return NumberFormat.getPercentInstance(locale).format(share / 100);
  }

  private String money(BigDecimal amount, String currency) {
    return Amounts.of(amount, currency, locale);
  }

  public List<HomeTile> getMail() {
    List<HomeTile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.SENT, "/post-purchase-messages?state=SENT"));
    tiles.add(tile(Figure.FAILED, "/post-purchase-messages?state=FAILED"));
    tiles.add(tile(Figure.UNSUBSCRIBED, "/post-purchase-suppressions"));
    tiles.add(tile(Figure.BLOCKED_ADDRESSES, "/post-purchase-suppressions"));
    return tiles;
  }

  public List<HomeTile> getPoints() {
    List<HomeTile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.POINTS_ISSUED, "/post-purchase-points"));
    tiles.add(tile(Figure.POINTS_SPENT, "/post-purchase-points"));
    tiles.add(tile(Figure.POINTS_EXPIRED, "/post-purchase-points"));
    return tiles;
  }

  public List<HomeTile> getReferrals() {
    List<HomeTile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.REFERRALS_CLAIMED, "/post-purchase-referrals"));
    tiles.add(tile(Figure.REFERRALS_WAITING, "/post-purchase-referrals?state=QUALIFYING"));
    tiles.add(tile(Figure.REFERRALS_PAID, "/post-purchase-referrals?state=REWARDED"));
    return tiles;
  }

  public List<HomeTile> getVoices() {
    List<HomeTile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.REVIEWS, "/post-purchase-reviews?state=PUBLISHED"));
    tiles.add(
        new HomeTile(
            "STARS",
            stars(figures.of(Figure.STARS), figures.of(Figure.REVIEWS)),
            "",
            true,
            "/post-purchase-reviews?state=PUBLISHED"));
    tiles.add(tile(Figure.CASES_OPENED, "/post-purchase-cases?state=ALL"));
    return tiles;
  }

  private String stars(long stars, long reviews) {
    if (reviews == 0) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(stars / (double) reviews) + " ★";
  }

  /** What waits for somebody; nothing of what is zero. */
  public List<HomeTask> getTasks() {
    List<HomeTask> tasks = new ArrayList<>();
    for (Work work : Work.values()) {
      if (figures.work(work) > 0) {
        tasks.add(new HomeTask(work, figures.work(work)));
      }
    }
    return tasks;
  }

  /** What is still to do first. */
  public List<SetupPart> getSetup() {
    List<SetupPart> parts = new ArrayList<>();
    figures.setup().forEach((part, done) -> parts.add(new SetupPart(part, done)));
    parts.sort(Comparator.comparing(part -> part.done));
    return parts;
  }

  public long getSetupDone() {
    return figures.setup().values().stream().filter(done -> done).count();
  }

  public boolean isSetupComplete() {
    return getSetupDone() == figures.setup().size();
  }

  /** Steps that have sent something in the period, most first. */
  public List<SeriesLine> getSeries() {
    Map<String, List<Sales.Brought>> brought = new TreeMap<>();
    for (Sales.Brought each : figures.broughtBySeries()) {
      brought
          .computeIfAbsent(each.seriesId + ":" + each.stepKey, key -> new ArrayList<>())
          .add(each);
    }
    List<SeriesLine> lines = new ArrayList<>();
    for (FigureStore.StepSent step : figures.sentBySteps()) {
      SeriesLine line =
          new SeriesLine(
              step.seriesId,
              step.series.isEmpty() ? "#" + step.seriesId : step.series,
              step.step.isEmpty() ? step.stepKey : step.step,
              numbers.format(step.sent));
      long orders = 0;
      StringBuilder money = new StringBuilder();
      for (Sales.Brought each :
          brought.getOrDefault(step.seriesId + ":" + step.stepKey, new ArrayList<>())) {
        orders += each.orders;
        money.append(money.length() == 0 ? "" : " · ").append(money(each.money, each.currency));
      }
      line.stepKey = step.stepKey;
      line.clicked = step.clicked == 0 ? "" : numbers.format(step.clicked);
      line.orders = numbers.format(orders);
      line.money = money.toString();
      lines.add(line);
    }
    return lines;
  }

  public List<CohortBar> getMonths() {
    List<CohortBar> months = new ArrayList<>();
    for (Sales.Cohort cohort : figures.cohorts()) {
      months.add(new CohortBar(cohort, figures.month(cohort), top(), locale));
    }
    return months;
  }

  /** The percentage that the chart's upper line stands for: a round one above all bars. */
  int top() {
    double most = 0;
    for (Sales.Cohort cohort : figures.cohorts()) {
      most = Math.max(most, share(cohort.twice, cohort.people));
    }
    for (int top : new int[] {10, 20, 30, 40, 50, 60, 80}) {
      if (most <= top) {
        return top;
      }
    }
    return 100;
  }

  public String getTopLabel() {
    return percent(top());
  }

  public String getHalfLabel() {
    return percent(top() / 2.0);
  }

  /** Whether anybody has ever ordered, as far as the chart goes back. */
  public boolean isAnyCohort() {
    return figures.cohorts().stream().anyMatch(cohort -> cohort.people > 0);
  }

  /** Whether anybody of those has ordered a second time. */
  public boolean isAnyAgain() {
    return figures.cohorts().stream().anyMatch(cohort -> cohort.twice > 0);
  }

  public String getFrom() {
    return day(figures.period.from);
  }

  public String getTo() {
    return day(figures.period.until.minusDays(1));
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  public String getCountedAt() {
    return new Moments(figures.period.zone, locale).of(figures.at);
  }

  public String getZone() {
    return figures.period.zone.getId();
  }
}
