package org.postpurchase.site.catalogue;

/** A code that the customer has got, in words. */
final class OwnCode {
  public final String name;

  /** What it gives, as it was said when it was bought. */
  public final String gives;

  public final String code;

  /** Until when it can be used, or what became of it. */
  public final String state;

  public final boolean usable;

  OwnCode(String name, String gives, String code, String state, boolean usable) {
    this.name = name;
    this.gives = gives;
    this.code = code;
    this.state = state;
    this.usable = usable;
  }
}
