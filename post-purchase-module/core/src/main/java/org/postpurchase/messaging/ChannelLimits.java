package org.postpurchase.messaging;

/** What a channel can take. Immutable. */
public final class ChannelLimits {
  /** As much as the shop sends, over as many connections as it is set to. */
  public static final ChannelLimits NONE = new ChannelLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** How many characters the plain text may have. */
  public final int charactersMax;

  /** How many connections one node may hold at once. */
  public final int connectionsMax;

  private ChannelLimits(int charactersMax, int connectionsMax) {
    this.charactersMax = charactersMax;
    this.connectionsMax = connectionsMax;
  }

  /**
   * @throws IllegalArgumentException below 1
   */
  public ChannelLimits characters(int max) {
    return new ChannelLimits(positive(max), connectionsMax);
  }

  /**
   * @throws IllegalArgumentException below 1
   */
  public ChannelLimits connections(int max) {
    return new ChannelLimits(charactersMax, positive(max));
  }

  private static int positive(int max) {
    if (max < 1) {
      throw new IllegalArgumentException("a limit is at least 1, not " + max);
    }
    return max;
  }
}
