package org.postpurchase.messaging.velocity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.exception.MethodInvocationException;

/** Says in a merchant's words what the engine complained about. */
final class Explanation {
  private static final Pattern UNSET = Pattern.compile("^Variable (\\$\\S+) has not been set");
  private static final Pattern NAME = Pattern.compile("\\G[\\w.-]+");

  private Explanation() {}

  static String of(String text, MethodInvocationException e) {
    String where = reference(text, e) + " on line " + e.getLineNumber();
    return e.getCause() == null
        ? where + " is not known or not allowed"
        : where + " failed: " + e.getCause().getMessage();
  }

  /** As the template writes it up to the part that failed. */
  private static String reference(String text, MethodInvocationException e) {
    Matcher unset = UNSET.matcher(String.valueOf(e.getMessage()));
    if (unset.find()) {
      return unset.group(1);
    }
    String[] lines = text.split("\n", -1);
    if (e.getLineNumber() >= 1 && e.getLineNumber() <= lines.length) {
      String line = lines[e.getLineNumber() - 1];
      int failed = Math.min(Math.max(e.getColumnNumber() - 1, 0), line.length());
      int dollar = line.lastIndexOf('$', failed);
      Matcher name = NAME.matcher(line);
      if (dollar >= 0 && name.find(failed)) {
        return line.substring(dollar, name.end()).replaceAll("[{!]", "");
      }
    }
    return e.getReferenceName().isEmpty()
        ? "#set of ." + e.getMethodName()
        : "$" + e.getReferenceName() + "." + e.getMethodName();
  }
}
