package org.postpurchase.shared;

/** A text that was given as an e-mail address cannot be one. */
public final class InvalidEmailAddressException extends PostPurchaseException {
  InvalidEmailAddressException(String text, String why) {
    super("'" + printable(text) + "' is not a usable e-mail address: " + why + ".");
  }

  private static String printable(String text) {
    String safe = text.replaceAll("\\p{Cntrl}", "?");
    return safe.length() > 80 ? safe.substring(0, 80) + "…" : safe;
  }
}
