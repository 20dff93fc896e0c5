package org.postpurchase.admin.home;

/** One number with the one before. */
final class HomeTile {
  public final String key;
  public final String value;

  /** Against the period before, as +12 %; empty when there is nothing to compare with. */
  public final String change;

  public final boolean up;

  /** Where the rows behind it are listed. */
  public final String link;

  HomeTile(String key, String value, String change, boolean up, String link) {
    this.key = key;
    this.value = value;
    this.change = change;
    this.up = up;
    this.link = link;
  }
}
