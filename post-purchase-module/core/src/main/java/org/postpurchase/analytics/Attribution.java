package org.postpurchase.analytics;

/** What led to an order. Immutable; one for each order at most, and never changed. */
public final class Attribution {
  /** The rule by which attributions are made now; stored with each. */
  public static final int MODEL = 2;

  public final long orderId;
  public final Method method;

  /** Series and step that gave the code; 0 and empty for a code that comes from elsewhere. */
  public final long seriesId;

  public final String stepKey;
  public final long codeId;

  /** Message that was clicked; 0 for none. */
  public final long messageId;

  /** How it is known. The names are stored. */
  public enum Method {
    /** The order was placed with a code that was given to this person. */
    CODE,
    /** No such code, but a link of a series' message was followed shortly before. */
    CLICK
  }

  private Attribution(
      long orderId, Method method, long seriesId, String stepKey, long codeId, long messageId) {
    this.orderId = orderId;
    this.method = method;
    this.seriesId = seriesId;
    this.stepKey = stepKey == null ? "" : stepKey;
    this.codeId = codeId;
    this.messageId = messageId;
  }

  public static Attribution byCode(long orderId, long seriesId, String stepKey, long codeId) {
    return new Attribution(orderId, Method.CODE, seriesId, stepKey, codeId, 0);
  }

  public static Attribution byClick(long orderId, long seriesId, String stepKey, long messageId) {
    return new Attribution(orderId, Method.CLICK, seriesId, stepKey, 0, messageId);
  }
}
