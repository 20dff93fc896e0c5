package org.postpurchase.admin.settings;

import org.postpurchase.shared.Reasons;

/**
 * Says in one line what is wrong with a text.
 *
 * <p>The result goes to the host's error list, which evaluates messages as expressions, and it
 * quotes what somebody typed: so whatever could begin an expression is taken out.
 */
final class ProblemText {
  private static final int MAX = 300;

  private ProblemText() {}

  static String of(Throwable problem) {
    String text =
        Reasons.of(problem)
            .replaceFirst("^Template '[^']*': ", "")
            .replaceAll(" ← .*$", "")
            .replaceAll("( in| at)? trial-[A-Za-z]+-[0-9a-f]+-\\d+", "");
    return safe(text);
  }

  static String safe(String text) {
    String safe = text.replaceAll("[{}#*@~|^]|__", "");
    return Reasons.clip(safe, MAX);
  }
}
