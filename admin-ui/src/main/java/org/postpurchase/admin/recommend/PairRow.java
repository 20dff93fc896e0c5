package org.postpurchase.admin.recommend;

import org.postpurchase.recommend.Complement;

/** A pair as the list shows it. */
final class PairRow {
  private final Complement pair;

  /** Name of the product or category that was bought. */
  public final String bought;

  public final String other;

  PairRow(Complement pair, String bought, String other) {
    this.pair = pair;
    this.bought = bought;
    this.other = other;
  }

  public long getId() {
    return pair.id;
  }

  public boolean isForCategory() {
    return pair.forCategory;
  }

  public String getOffer() {
    return pair.offer.name();
  }

  public String getNote() {
    return pair.note;
  }

  public String getCode() {
    return pair.code;
  }
}
