package org.postpurchase.admin.home;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
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
public final class HomeView {
  private final Figures figures;
  private final Locale locale;
  private final NumberFormat numbers;

  HomeView(Figures figures, Locale locale) {
    this.figures = figures;
    this.locale = locale;
    this.numbers = NumberFormat.getIntegerInstance(locale);
  }

  /** One number with the one before. */
  public static final class Tile {
    private final String key;
    private final String value;
    private final String change;
    private final boolean up;
    private final String link;

    Tile(String key, String value, String change, boolean up, String link) {
      this.key = key;
      this.value = value;
      this.change = change;
      this.up = up;
      this.link = link;
    }

    public String getKey() {
      return key;
    }

    public String getValue() {
      return value;
    }

    /** Against the period before, as +12 %; empty when there is nothing to compare with. */
    public String getChange() {
      return change;
    }

    public boolean isUp() {
      return up;
    }

    /** Where the rows behind it are listed. */
    public String getLink() {
      return link;
    }
  }

  private Tile tile(Figure figure, String link) {
    long now = figures.of(figure);
    long before = figures.before(figure);
    return new Tile(
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
  public List<Tile> getSales() {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.ORDERS, "/order"));
    figures
        .money()
        .forEach(
            (currency, sum) -> {
              BigDecimal before =
                  figures.moneyBefore().getOrDefault(currency, BigDecimal.ZERO);
              tiles.add(
                  new Tile(
                      "MONEY",
                      money(sum, currency),
                      change(sum.doubleValue(), before.doubleValue()),
                      sum.compareTo(before) >= 0,
                      "/order"));
            });
    double now = share(figures.of(Figure.REPEAT_ORDERS), figures.of(Figure.ORDERS));
    double before = share(figures.before(Figure.REPEAT_ORDERS), figures.before(Figure.ORDERS));
    tiles.add(
        new Tile(
            "REPEAT",
            figures.of(Figure.ORDERS) == 0 ? "–" : percent(now),
            figures.before(Figure.ORDERS) == 0 ? "" : change(now, before),
            now >= before,
            "/order"));
    return tiles;
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : part * 100.0 / all;
  }

  private String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    return format.format(share / 100);
  }

  private String money(BigDecimal amount, String currency) {
    return Amounts.of(amount, currency, locale);
  }

  public List<Tile> getMail() {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.SENT, "/post-purchase-messages?state=SENT"));
    tiles.add(tile(Figure.FAILED, "/post-purchase-messages?state=FAILED"));
    tiles.add(tile(Figure.UNSUBSCRIBED, "/post-purchase-suppressions"));
    tiles.add(tile(Figure.BLOCKED_ADDRESSES, "/post-purchase-suppressions"));
    return tiles;
  }

  public List<Tile> getPoints() {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.POINTS_ISSUED, "/post-purchase-points"));
    tiles.add(tile(Figure.POINTS_SPENT, "/post-purchase-points"));
    tiles.add(tile(Figure.POINTS_EXPIRED, "/post-purchase-points"));
    return tiles;
  }

  public List<Tile> getReferrals() {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.REFERRALS_CLAIMED, "/post-purchase-referrals"));
    tiles.add(tile(Figure.REFERRALS_WAITING, "/post-purchase-referrals?state=QUALIFYING"));
    tiles.add(tile(Figure.REFERRALS_PAID, "/post-purchase-referrals?state=REWARDED"));
    return tiles;
  }

  public List<Tile> getVoices() {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile(Figure.REVIEWS, "/post-purchase-reviews?state=PUBLISHED"));
    tiles.add(
        new Tile(
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

  /** Something that waits for a person, with how much of it. */
  public static final class Task {
    private final Work work;
    private final long count;

    Task(Work work, long count) {
      this.work = work;
      this.count = count;
    }

    public String getKey() {
      return work.name();
    }

    public String getCount() {
      return count > 1000 ? "1000+" : String.valueOf(count);
    }

    public boolean isBad() {
      return work != Work.CASES_OPEN
          && work != Work.REFERRALS_HELD
          && work != Work.REVIEWS_WAITING;
    }

    public String getLink() {
      switch (work) {
        case CASES_OPEN:
        case CASES_LATE:
          return "/post-purchase-cases?state=OPEN";
        case REFERRALS_HELD:
          return "/post-purchase-referrals?state=HELD";
        case REVIEWS_WAITING:
          return "/post-purchase-reviews?state=WAITING";
        case MESSAGES_UNCERTAIN:
          return "/post-purchase-messages?state=UNCERTAIN";
        case MESSAGES_DUE:
          return "/post-purchase-messages?state=QUEUED";
        case STEPS_PARKED:
          return "/post-purchase-enrollments";
        case EVENTS_BLOCKED:
          return "/post-purchase-outbox?state=BLOCKED";
        default:
          return "/post-purchase-blocked-work";
      }
    }
  }

  /** What waits for somebody; nothing of what is zero. */
  public List<Task> getTasks() {
    List<Task> tasks = new ArrayList<>();
    for (Work work : Work.values()) {
      if (figures.work(work) > 0) {
        tasks.add(new Task(work, figures.work(work)));
      }
    }
    return tasks;
  }

  /** A part of the set-up. */
  public static final class Part {
    private static final String[] LINKS = {
      "/post-purchase-messages",
      "/post-purchase-templates",
      "/post-purchase-prompts",
      "/post-purchase-programme",
      "/post-purchase-series",
      "/post-purchase-review-settings",
      "/post-purchase-referrals"
    };

    private final FigureStore.Setup part;
    private final boolean done;

    Part(FigureStore.Setup part, boolean done) {
      this.part = part;
      this.done = done;
    }

    public String getKey() {
      return part.name();
    }

    public boolean isDone() {
      return done;
    }

    public String getLink() {
      return LINKS[part.ordinal()];
    }
  }

  public List<Part> getSetup() {
    List<Part> parts = new ArrayList<>();
    figures.setup().forEach((part, done) -> parts.add(new Part(part, done)));
    return parts;
  }

  public long getSetupDone() {
    return figures.setup().values().stream().filter(done -> done).count();
  }

  public boolean isSetupComplete() {
    return getSetupDone() == figures.setup().size();
  }

  /** One step of a series with what it sent and brought. */
  public static final class SeriesLine {
    private final long seriesId;
    private final String series;
    private final String step;
    private final String sent;
    private String orders = "";
    private String money = "";

    SeriesLine(long seriesId, String series, String step, String sent) {
      this.seriesId = seriesId;
      this.series = series;
      this.step = step;
      this.sent = sent;
    }

    public long getSeriesId() {
      return seriesId;
    }

    public String getSeries() {
      return series;
    }

    public String getStep() {
      return step;
    }

    public String getSent() {
      return sent;
    }

    public String getOrders() {
      return orders;
    }

    /** One amount for each currency. */
    public String getMoney() {
      return money;
    }
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
      line.orders = numbers.format(orders);
      line.money = money.toString();
      lines.add(line);
    }
    return lines;
  }

  /** One month of first orders, for the table and the chart. */
  public static final class Month {
    private final Sales.Cohort cohort;
    private final String name;
    private final HomeView view;
    private final int index;

    Month(Sales.Cohort cohort, String name, HomeView view) {
      this.cohort = cohort;
      this.name = name;
      this.view = view;
      this.index = cohort.month;
    }

    public String getName() {
      return name;
    }

    public String getPeople() {
      return view.numbers.format(cohort.people);
    }

    public String getTwice() {
      return cohort.people == 0 ? "–" : view.percent(share(cohort.twice, cohort.people));
    }

    public String getThrice() {
      return cohort.people == 0 ? "–" : view.percent(share(cohort.thrice, cohort.people));
    }

    /** Left edge of the month's bars. */
    public int getLeft() {
      return 44 + index * 56;
    }

    public int getMiddle() {
      return getLeft() + 19;
    }

    public double getTwiceHeight() {
      return height(cohort.twice);
    }

    public double getThriceHeight() {
      return height(cohort.thrice);
    }

    private double height(long part) {
      double height = 150 * share(part, cohort.people) / view.top();
      return Math.round(height * 10) / 10.0;
    }

    public double getTwiceTop() {
      return 170 - getTwiceHeight();
    }

    public double getThriceTop() {
      return 170 - getThriceHeight();
    }

    public boolean isEmpty() {
      return cohort.people == 0;
    }
  }

  public List<Month> getMonths() {
    List<Month> months = new ArrayList<>();
    for (Sales.Cohort cohort : figures.cohorts()) {
      String name =
          figures.month(cohort).getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale)
              + " "
              + figures.month(cohort).getYear();
      months.add(new Month(cohort, name, this));
    }
    return months;
  }

  /** The percentage that the chart's upper line stands for: a round one above all bars. */
  private int top() {
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
