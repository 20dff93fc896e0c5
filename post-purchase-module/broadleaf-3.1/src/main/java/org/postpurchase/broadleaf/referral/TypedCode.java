package org.postpurchase.broadleaf.referral;

import java.util.Optional;
import org.postpurchase.referral.FriendCode;

/**
 * The advocate's code that was typed in the request of this thread: the one that the host looked up
 * last. The host says nothing and does nothing when a cart has another code of the same offer, as
 * that of a link, so what was typed has to be remembered until the cart is priced.
 */
public final class TypedCode {
  private static final String NAME = TypedCode.class.getName();

  private TypedCode() {}

  /** Codes of other kinds are not remembered. */
  public static void lookedUp(String code) {
    FriendCode.of(code)
        .ifPresent(text -> FriendCookie.request().ifPresent(r -> r.setAttribute(NAME, text)));
  }

  /** What was looked up last had not been typed. */
  public static void forget() {
    FriendCookie.request().ifPresent(request -> request.removeAttribute(NAME));
  }

  static Optional<String> ofRequest() {
    return FriendCookie.request().map(r -> r.getAttribute(NAME)).map(String::valueOf);
  }
}
