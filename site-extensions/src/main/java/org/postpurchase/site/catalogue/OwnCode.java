package org.postpurchase.site.catalogue;

/** A code that the customer has got, in words. Getters because page templates read beans. */
public final class OwnCode {
  private final String name;
  private final String gives;
  private final String code;
  private final String state;
  private final boolean usable;

  OwnCode(String name, String gives, String code, String state, boolean usable) {
    this.name = name;
    this.gives = gives;
    this.code = code;
    this.state = state;
    this.usable = usable;
  }

  public String getName() {
    return name;
  }

  /** What it gives, as it was said when it was bought. */
  public String getGives() {
    return gives;
  }

  public String getCode() {
    return code;
  }

  /** Until when it can be used, or what became of it. */
  public String getState() {
    return state;
  }

  public boolean isUsable() {
    return usable;
  }
}
