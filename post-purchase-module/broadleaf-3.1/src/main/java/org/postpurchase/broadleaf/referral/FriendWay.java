package org.postpurchase.broadleaf.referral;

import org.postpurchase.referral.FriendCodes;

/** By which way the order that is checked out on this thread came to a code. */
public final class FriendWay {
  private FriendWay() {}

  public static FriendCodes.Trace of(String code) {
    return FriendCookie.trace(code);
  }

  /** The claim is on record. */
  public static void arrived() {
    FriendCookie.forget();
  }
}
