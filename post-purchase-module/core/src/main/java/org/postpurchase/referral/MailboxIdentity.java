package org.postpurchase.referral;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.postpurchase.shared.EmailAddress;

/**
 * Which mailbox an address is delivered to, by the rules of providers that are known: dots and what
 * follows a plus at Gmail, what follows a plus at a few others. Everywhere else an address is a
 * mailbox of its own.
 *
 * <p>Only for telling people apart; nothing is ever sent to it.
 */
public final class MailboxIdentity {
  private static final Map<String, String> SAME = new HashMap<>();
  private static final Set<String> WITHOUT_DOTS = Collections.singleton("gmail.com");
  private static final Set<String> WITHOUT_PLUS =
      new HashSet<>(
          Arrays.asList(
              "gmail.com",
              "outlook.com",
              "hotmail.com",
              "live.com",
              "msn.com",
              "fastmail.com",
              "fastmail.fm",
              "proton.me",
              "icloud.com",
              "mailbox.org",
              "posteo.de"));

  static {
    SAME.put("googlemail.com", "gmail.com");
    SAME.put("protonmail.com", "proton.me");
    SAME.put("pm.me", "proton.me");
    SAME.put("me.com", "icloud.com");
    SAME.put("mac.com", "icloud.com");
  }

  private MailboxIdentity() {}

  /** Empty for an empty address; the same for every address of one mailbox. */
  public static String of(String address) {
    String key = EmailAddress.keyOf(address);
    int at = key.lastIndexOf('@');
    if (at <= 0) {
      return key;
    }
    String domain = SAME.getOrDefault(key.substring(at + 1), key.substring(at + 1));
    String name = key.substring(0, at);
    int plus = name.indexOf('+');
    if (plus > 0 && WITHOUT_PLUS.contains(domain)) {
      name = name.substring(0, plus);
    }
    if (WITHOUT_DOTS.contains(domain)) {
      String bare = name.replace(".", "");
      name = bare.isEmpty() ? name : bare;
    }
    return name + '@' + domain;
  }
}
