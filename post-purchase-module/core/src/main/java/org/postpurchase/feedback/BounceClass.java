package org.postpurchase.feedback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bounce says about the person, by its enhanced status code (RFC 3463). Only that there is
 * no such address is about the person for good; whatever is about the shop's reputation or rates
 * never is.
 */
final class BounceClass {
  private static final Pattern STATUS = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
  private static final Pattern REPLY = Pattern.compile("\\b([45])\\d\\d\\b");

  /** Of the class 5.1: what is wrong is the sender's address. */
  private static final Pattern SENDERS = Pattern.compile("[78]");

  private BounceClass() {}

  /**
   * @param status such as 5.1.1; may be empty
   * @param words of the server, which may hold the status
   * @param permanent what the provider thinks, for where neither says anything
   */
  static ProviderEvent.Kind of(String status, String words, boolean permanent) {
    Matcher code = STATUS.matcher(words);
    Matcher given = STATUS.matcher(status);
    boolean vague = !given.find() || given.group(2).equals("0");
    Matcher best = vague && code.find() ? code : given;
    if (vague && best == given && !given.reset().find()) {
      Matcher reply = REPLY.matcher(words);
      boolean soft = reply.find() && reply.group(1).equals("4");
      return permanent && !soft ? ProviderEvent.Kind.HARD_BOUNCE : ProviderEvent.Kind.SOFT_BOUNCE;
    }
    if (best.group(2).equals("7")) {
      return ProviderEvent.Kind.SENDER_FAULT;
    }
    if (!best.group(1).equals("5")) {
      return ProviderEvent.Kind.SOFT_BOUNCE;
    }
    if (best.group(2).equals("1")) {
      return SENDERS.matcher(best.group(3)).matches()
          ? ProviderEvent.Kind.SENDER_FAULT
          : ProviderEvent.Kind.HARD_BOUNCE;
    }
    boolean unsaid = best.group(2).equals("0") || (best.group(2) + best.group(3)).equals("21");
    return unsaid && permanent ? ProviderEvent.Kind.HARD_BOUNCE : ProviderEvent.Kind.SOFT_BOUNCE;
  }
}
