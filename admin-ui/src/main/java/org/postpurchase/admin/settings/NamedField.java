package org.postpurchase.admin.settings;

/** A field of numbers with the names they stand for, to be read beside the form. */
final class NamedField {
  /** Message key of the field's label. */
  public final String label;

  public final String names;

  NamedField(String label, String names) {
    this.label = label;
    this.names = names;
  }
}
