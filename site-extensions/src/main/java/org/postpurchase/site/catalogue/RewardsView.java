package org.postpurchase.site.catalogue;

import java.util.Collections;
import java.util.List;

/** The catalogue in words. */
public final class RewardsView {
  private final Words words;
  public final List<RewardCard> cards;
  public final List<OwnCode> own;

  /** What the last press of a button brought, or null. */
  public final OwnCode got;

  RewardsView(Words words, List<RewardCard> cards, List<OwnCode> own, OwnCode got) {
    this.words = words;
    this.cards = Collections.unmodifiableList(cards);
    this.own = Collections.unmodifiableList(own);
    this.got = got;
  }

  /** What the page says besides the rewards. */
  static final class Words {
    final String language;
    final String heading;
    final String terms;
    final String ownHeading;
    final String gotHeading;
    final String gotUse;
    final String problem;

    Words(
        String language,
        String heading,
        String terms,
        String ownHeading,
        String[] got,
        String problem) {
      this.language = language;
      this.heading = heading;
      this.terms = terms;
      this.ownHeading = ownHeading;
      this.gotHeading = got[0];
      this.gotUse = got[1];
      this.problem = problem;
    }
  }

  public String getLanguage() {
    return words.language;
  }

  public String getHeading() {
    return words.heading;
  }

  /** What everybody should know before buying. */
  public String getTerms() {
    return words.terms;
  }

  public String getOwnHeading() {
    return words.ownHeading;
  }

  public String getGotHeading() {
    return words.gotHeading;
  }

  /** How to use the code that was just bought. */
  public String getGotUse() {
    return words.gotUse;
  }

  /** Why the last press of a button brought nothing; empty when there was none or it did. */
  public String getProblem() {
    return words.problem;
  }

  boolean hasContent() {
    return !cards.isEmpty() || !own.isEmpty() || !words.problem.isEmpty();
  }
}
