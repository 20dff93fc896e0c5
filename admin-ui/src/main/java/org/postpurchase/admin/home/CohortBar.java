package org.postpurchase.admin.home;

import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import org.postpurchase.analytics.Sales;

/** One month of first orders, for the table and the chart. */
final class CohortBar {
  private static final int FIRST_LEFT = 44;
  private static final int WIDTH = 56;

  private final Sales.Cohort cohort;
  private final YearMonth month;
  private final int top;
  private final Locale locale;

  /**
   * @param top percentage that a bar of full height stands for
   */
  CohortBar(Sales.Cohort cohort, YearMonth month, int top, Locale locale) {
    this.cohort = cohort;
    this.month = month;
    this.top = top;
    this.locale = locale;
  }

  /** Month and year. */
  public String getName() {
    return getMonth() + " " + month.getYear();
  }

  /** The month alone: twelve of them have to stand side by side in every language. */
  public String getMonth() {
    return month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
  }

  /** Under the first month of the chart and under each January; else empty. */
  public String getYear() {
    return cohort.month == 0 || month.getMonthValue() == 1 ? String.valueOf(month.getYear()) : "";
  }

  public String getPeople() {
    return NumberFormat.getIntegerInstance(locale).format(cohort.people);
  }

  public String getTwice() {
    return share(cohort.twice);
  }

  public String getThrice() {
    return share(cohort.thrice);
  }

  private String share(long part) {
    return cohort.people == 0 ? "–" : HomeView.percent(HomeView.share(part, cohort.people), locale);
  }

  /** Left edge of the month's bars. */
  public int getLeft() {
    return FIRST_LEFT + cohort.month * WIDTH;
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
    double height = 150 * HomeView.share(part, cohort.people) / top;
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
