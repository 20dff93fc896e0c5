package org.postpurchase.admin.settings;

/** What a merchant is told before a row is removed, and after. */
final class Removal {
  public final String about;
  private final Object[] values;
  private final String done;
  public final boolean possible;

  private Removal(String about, String done, boolean possible, Object... values) {
    this.about = about;
    this.done = done;
    this.possible = possible;
    this.values = values;
  }

  /**
   * @param about key of what removing means, with the values to fill in
   * @param done key of what is said when it was done
   */
  static Removal meaning(String about, String done, Object... values) {
    return new Removal(about, done, true, values);
  }

  /**
   * @param why key of what speaks against it, with the values to fill in
   */
  static Removal impossible(String why, Object... values) {
    return new Removal(why, "", false, values);
  }

  public Object[] getValues() {
    return values.clone();
  }

  String done() {
    return done;
  }
}
