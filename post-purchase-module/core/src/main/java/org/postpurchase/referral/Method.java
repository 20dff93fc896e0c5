package org.postpurchase.referral;

/** How a friend was recognised. The names are stored. */
public enum Method {
  /** Typed at the basket or checkout. */
  CODE,
  LINK,
  /** From a printed card or slip. */
  QR,
  /** By a person of the shop. */
  STAFF;

  /** By the channel that a link carries. */
  public static Method ofChannel(String channel) {
    return channel.isEmpty() ? CODE : channel.equals("print") ? QR : LINK;
  }
}
