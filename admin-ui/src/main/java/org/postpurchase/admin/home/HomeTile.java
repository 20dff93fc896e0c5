package org.postpurchase.admin.home;

/** One number with the one before. */
public final class HomeTile {
  private final String key;
  private final String value;
  private final String change;
  private final boolean up;
  private final String link;

  HomeTile(String key, String value, String change, boolean up, String link) {
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
