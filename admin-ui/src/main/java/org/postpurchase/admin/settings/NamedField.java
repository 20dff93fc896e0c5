package org.postpurchase.admin.settings;

/** A field of numbers with the names they stand for, to be read beside the form. */
public final class NamedField {
  private final String label;
  private final String names;

  NamedField(String label, String names) {
    this.label = label;
    this.names = names;
  }

  /** Message key of the field's label. */
  public String getLabel() {
    return label;
  }

  public String getNames() {
    return names;
  }
}
