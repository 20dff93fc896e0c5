package org.postpurchase.admin.home;

import org.postpurchase.analytics.Sales;

/** One month of first orders, for the table and the chart. */
final class CohortBar {
  private final Sales.Cohort cohort;
  public final String name;
  private final HomeView view;
  private final int index;

  CohortBar(Sales.Cohort cohort, String name, HomeView view) {
    this.cohort = cohort;
    this.name = name;
    this.view = view;
    this.index = cohort.month;
  }

  public String getPeople() {
    return view.number(cohort.people);
  }

  public String getTwice() {
    return cohort.people == 0 ? "–" : view.percent(HomeView.share(cohort.twice, cohort.people));
  }

  public String getThrice() {
    return cohort.people == 0 ? "–" : view.percent(HomeView.share(cohort.thrice, cohort.people));
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
    double height = 150 * HomeView.share(part, cohort.people) / view.top();
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
