package org.postpurchase.shared;

/** Turns a failure into one line that a merchant can read and that fits a column. */
public final class Reasons {
  private static final int MAX = 1000;

  private Reasons() {}

  /**
   * The messages of the failure and its causes, outermost first, without repetition, at most 1,000
   * characters.
   */
  public static String of(Throwable failure) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (Throwable t = failure; t != null && depth < 6; t = t.getCause(), depth++) {
      String message = t.getMessage();
      String line =
          t instanceof PostPurchaseException && message != null
              ? message
              : t.getClass().getSimpleName() + (message == null ? "" : ": " + message);
      if (text.indexOf(line) < 0) {
        text.append(text.length() == 0 ? "" : " ← ").append(line);
      }
    }
    return clip(text.toString().replaceAll("\\s+", " "));
  }

  public static String clip(String text) {
    return clip(text, MAX);
  }

  /** At most so many characters; what is cut off is shown by an ellipsis. */
  public static String clip(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max - 1) + "…";
  }
}
