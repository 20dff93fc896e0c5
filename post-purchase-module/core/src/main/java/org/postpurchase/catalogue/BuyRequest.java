package org.postpurchase.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.postpurchase.shared.EmailAddress;

/** A customer's wish to have a reward, as the form brings it. Immutable. */
public final class BuyRequest {
  private static final String TOKEN = "[A-Za-z0-9-]{8,60}";

  /** The host's customer id, of somebody who is signed in. */
  public final long customerId;

  /**
   * The mailbox, by its {@link EmailAddress#key()}, which a guest's order can use the code with;
   * may be empty.
   */
  public final String contact;

  public final String rewardKey;

  /** Of the reward as the page showed it. */
  public final int rewardVersion;

  /** Which press of the button this is. */
  public final String token;

  public final Locale locale;

  /**
   * @throws IllegalArgumentException for a token that is not 8 to 60 letters, digits and hyphens
   */
  public BuyRequest(
      long customerId,
      String contact,
      String rewardKey,
      int rewardVersion,
      String token,
      Locale locale) {
    this.customerId = customerId;
    this.contact = EmailAddress.keyOf(requireNonNull(contact, "contact"));
    this.rewardKey = requireNonNull(rewardKey, "rewardKey");
    this.rewardVersion = rewardVersion;
    this.token = requireNonNull(token, "token");
    this.locale = requireNonNull(locale, "locale");
    if (!isToken(token)) {
      throw new IllegalArgumentException("No token: it has 8 to 60 letters, digits and hyphens");
    }
  }

  public static boolean isToken(String text) {
    return text.matches(TOKEN);
  }

  /** Nobody can use up somebody else's. */
  String key() {
    return keyOf(customerId, token);
  }

  static String keyOf(long customerId, String token) {
    return RequestKeys.PREFIX + customerId + ":" + token;
  }
}
