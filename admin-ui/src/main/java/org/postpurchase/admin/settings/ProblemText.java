package org.postpurchase.admin.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.shared.Reasons;

/**
 * Says in one line what is wrong with a text.
 *
 * <p>The result goes to the host's error list, which evaluates messages as expressions, and it
 * quotes what somebody typed: so whatever could begin an expression is taken out.
 */
final class ProblemText {
  private static final int MAX = 300;
  private static final Pattern UNSET = Pattern.compile("Variable (\\$\\w+) has not been set");
  private static final Pattern PROPERTY = Pattern.compile("does not contain property '(\\w+)'");
  private static final Pattern METHOD = Pattern.compile("does not contain method (\\w+)\\(");

  private ProblemText() {}

  static String of(Throwable problem) {
    String text =
        Reasons.of(problem)
            .replaceFirst("^Template '[^']*': ", "")
            .replaceAll(" ← .*$", "")
            .replaceAll("( in| at)? trial-[A-Za-z]+-[0-9a-f]+-\\d+", "");
    String safe = withName(text, problem.getCause()).replaceAll("[{}#*@~|^]|__", "");
    return safe.length() <= MAX ? safe : safe.substring(0, MAX - 1) + "…";
  }

  /** Velocity reports the object; the merchant looks for what was written after its dot. */
  private static String withName(String text, Throwable cause) {
    String detail = cause == null ? "" : String.valueOf(cause.getMessage());
    Matcher unset = UNSET.matcher(detail);
    if (unset.find()) {
      return text.replaceFirst("^\\$ ", Matcher.quoteReplacement(unset.group(1) + " "));
    }
    Matcher property = PROPERTY.matcher(detail);
    if (property.find()) {
      return text.replaceFirst("^(\\$\\w+) ", "$1." + property.group(1) + " ");
    }
    Matcher method = METHOD.matcher(detail);
    return method.find() ? text.replaceFirst("^(\\$\\w+) ", "$1." + method.group(1) + "() ") : text;
  }
}
