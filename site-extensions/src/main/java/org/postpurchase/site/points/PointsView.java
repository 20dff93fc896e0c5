package org.postpurchase.site.points;

import java.util.Collections;
import java.util.List;

/** A customer's points in words. */
public final class PointsView {
  final String[] words;
  public final List<PointsRow> pending;
  public final List<PointsRow> usable;
  public final List<PointsRow> history;
  public final List<PointsRow> ways;

  /** Number to ask for older movements with; 0 when there are none. */
  public final long olderBefore;

  /**
   * @param words language, title, balance, what can be used, expiry, pending heading, usable
   *     heading, history heading, ways heading, empty text, older link, what is on its way
   */
  PointsView(
      String[] words,
      List<PointsRow> pending,
      List<PointsRow> usable,
      List<PointsRow> history,
      List<PointsRow> ways,
      long olderBefore) {
    this.words = words.clone();
    this.pending = Collections.unmodifiableList(pending);
    this.usable = Collections.unmodifiableList(usable);
    this.history = Collections.unmodifiableList(history);
    this.ways = Collections.unmodifiableList(ways);
    this.olderBefore = olderBefore;
  }

  public String getLanguage() {
    return words[0];
  }

  public String getTitle() {
    return words[1];
  }

  public String getBalance() {
    return words[2];
  }

  /** What can be paid with them now, or what is missing; empty when points pay nothing here. */
  public String getWorth() {
    return words[3];
  }

  /** What expires next; empty when nothing does. */
  public String getExpiry() {
    return words[4];
  }

  public String getPendingHeading() {
    return words[5];
  }

  public String getUsableHeading() {
    return words[6];
  }

  public String getHistoryHeading() {
    return words[7];
  }

  public String getWaysHeading() {
    return words[8];
  }

  public String getEmpty() {
    return words[9];
  }

  public String getOlder() {
    return words[10];
  }

  /** How many are on their way and until when; empty when none are, or when the balance says it. */
  public String getOnTheWay() {
    return words[11];
  }
}
