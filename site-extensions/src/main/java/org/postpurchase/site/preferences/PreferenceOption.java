package org.postpurchase.site.preferences;

/** Something to choose. */
public final class PreferenceOption {
  public final String value;
  public final String label;
  public final boolean chosen;

  PreferenceOption(String value, String label, boolean chosen) {
    this.value = value;
    this.label = label;
    this.chosen = chosen;
  }
}
