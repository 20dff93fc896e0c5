package org.postpurchase.site.points;

import java.util.Collections;
import java.util.List;

/**
 * The programme in words, the same for everybody who reads that language. Getters because page
 * templates read beans.
 */
public final class ProgrammeView {
  private final Head head;
  public final List<PointsRow> earn;

  /** Empty when points pay nothing in the shopper's currency. */
  public final List<String> spend;

  public final List<String> life;
  private final Calculation calculation;

  ProgrammeView(
      Head head,
      List<PointsRow> earn,
      List<String> spend,
      List<String> life,
      Calculation calculation) {
    this.head = head;
    this.earn = Collections.unmodifiableList(earn);
    this.spend = Collections.unmodifiableList(spend);
    this.life = Collections.unmodifiableList(life);
    this.calculation = calculation;
  }

  /** What the page begins with. */
  static final class Head {
    String language;
    String title;
    String headline;
    String intro;
    String colour;
    String logo;
    String mine;
    String earnHeading;
    String spendHeading;
  }

  /** What somebody has asked the page to work out. */
  static final class Calculation {
    String label;
    String amount;
    String answer;
    boolean problem;
  }

  public String getLanguage() {
    return head.language;
  }

  /** For the browser's tab and for search engines. */
  public String getTitle() {
    return head.title;
  }

  public String getHeadline() {
    return head.headline;
  }

  public String getIntro() {
    return head.intro;
  }

  /** As {@code #1d6b52}; empty for ours. */
  public String getColour() {
    return head.colour;
  }

  /** Empty for none. */
  public String getLogo() {
    return head.logo;
  }

  public String getMine() {
    return head.mine;
  }

  public String getEarnHeading() {
    return head.earnHeading;
  }

  public String getSpendHeading() {
    return head.spendHeading;
  }

  public String getAmountLabel() {
    return calculation.label;
  }

  /** As typed; empty when nothing was. */
  public String getAmount() {
    return calculation.amount;
  }

  /** Empty when nothing was asked. */
  public String getAnswer() {
    return calculation.answer;
  }

  /** Whether the answer says that the amount cannot be read. */
  public boolean isProblem() {
    return calculation.problem;
  }
}
