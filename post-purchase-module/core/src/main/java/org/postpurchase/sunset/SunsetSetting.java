package org.postpurchase.sunset;

/** When advertising rests for people who never react. Immutable. */
public final class SunsetSetting {
  public static final int MESSAGES_USUAL = 12;
  public static final int DAYS_USUAL = 180;
  public static final int MESSAGES_MAX = 100;
  public static final int DAYS_MIN = 30;
  public static final int DAYS_MAX = 730;

  /** A shop that has never said anything. */
  public static final SunsetSetting OFF = new SunsetSetting(false, MESSAGES_USUAL, DAYS_USUAL);

  public final boolean on;

  /** How many messages without a reaction it takes. */
  public final int messages;

  /** How many days without a reaction it takes. */
  public final int days;

  /**
   * @throws IllegalArgumentException for numbers out of range
   */
  public SunsetSetting(boolean on, int messages, int days) {
    if (messages < 1 || messages > MESSAGES_MAX || days < DAYS_MIN || days > DAYS_MAX) {
      throw new IllegalArgumentException(messages + " messages, " + days + " days");
    }
    this.on = on;
    this.messages = messages;
    this.days = days;
  }

  boolean isAs(SunsetSetting other) {
    return on == other.on && messages == other.messages && days == other.days;
  }
}
