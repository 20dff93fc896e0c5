package org.postpurchase.broadleaf.referral;

import java.util.Optional;
import org.postpurchase.referral.FriendCodes;

/** By which way the order that is checked out on this thread came to a code. */
public final class FriendWay {
  private FriendWay() {}

  public static FriendCodes.Trace of(String code) {
    return FriendCookie.trace(code);
  }

  /** The code that this browser has kept of a link; empty for none. */
  public static Optional<String> ofLink() {
    return FriendCookie.request().flatMap(FriendCookie::of).map(kept -> kept.code);
  }

  /** The claim is on record. */
  public static void arrived() {
    FriendCookie.forget();
  }
}
