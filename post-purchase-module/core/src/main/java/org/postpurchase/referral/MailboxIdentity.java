package org.postpurchase.referral;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.shared.EmailAddress;

/**
 * Which mailbox an address is delivered to, by the rules of providers that are known: dots and what
 * follows a plus at Gmail, what follows a plus at a few others, names in front of a domain of
 * Fastmail, several domains of one provider. Everywhere else an address is a mailbox of its own.
 *
 * <p>Only for telling people apart; nothing is ever sent to it.
 */
public final class MailboxIdentity {
  private static final Map<String, String> SAME = new HashMap<>();
  private static final String WITHOUT_DOTS = "gmail.com";
  private static final Set<String> WITHOUT_PLUS =
      new HashSet<>(
          Arrays.asList(
              "gmail.com",
              "msn.com",
              "proton.me",
              "icloud.com",
              "mailbox.org",
              "posteo.de",
              "yandex.ru",
              "zoho.com",
              "zohomail.com",
              "zohomail.eu",
              "hey.com",
              "runbox.com"));

  /** Those of Microsoft have one rule in all countries, such as outlook.de and hotmail.co.uk. */
  private static final Pattern MICROSOFT =
      Pattern.compile("(outlook|hotmail|live|windowslive)\\.(com|[a-z]{2}|com?\\.[a-z]{2})");

  private static final String FASTMAIL =
      "fastmail\\.(?:com|fm|org|net|de|es|in|jp|to|co\\.uk|com\\.au)";
  private static final Pattern OF_FASTMAIL = Pattern.compile(FASTMAIL);
  private static final Pattern BEFORE_FASTMAIL =
      Pattern.compile("([a-z0-9_]+)\\.(" + FASTMAIL + ")");

  static {
    SAME.put("googlemail.com", "gmail.com");
    SAME.put("protonmail.com", "proton.me");
    SAME.put("protonmail.ch", "proton.me");
    SAME.put("pm.me", "proton.me");
    SAME.put("me.com", "icloud.com");
    SAME.put("mac.com", "icloud.com");
    for (String yandex :
        Arrays.asList("ya.ru", "yandex.com", "yandex.by", "yandex.kz", "yandex.ua")) {
      SAME.put(yandex, "yandex.ru");
    }
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
    Matcher before = BEFORE_FASTMAIL.matcher(domain);
    if (before.matches()) {
      return before.group(1) + '@' + before.group(2);
    }
    int plus = name.indexOf('+');
    if (plus > 0 && isWithoutPlus(domain)) {
      name = name.substring(0, plus);
    }
    if (WITHOUT_DOTS.equals(domain)) {
      String bare = name.replace(".", "");
      name = bare.isEmpty() ? name : bare;
    }
    return name + '@' + domain;
  }

  private static boolean isWithoutPlus(String domain) {
    return WITHOUT_PLUS.contains(domain)
        || MICROSOFT.matcher(domain).matches()
        || OF_FASTMAIL.matcher(domain).matches();
  }
}
