package org.postpurchase.shared;

/**
 * Recognises nearly all addresses that shops keep at a glance, without regular expressions: ASCII
 * letters, digits and the signs {@code . _ + -} before the @, and behind it labels of lower-case
 * letters, digits and inner hyphens. Such a text needs no cleaning; what is not recognised may
 * still be an address, see {@link EmailAddress#of}.
 */
final class PlainAddress {
  private static final int MAX_LABEL = 63;

  private PlainAddress() {}

  static boolean isOne(String text) {
    int at = text.indexOf('@');
    if (at < 1 || text.length() > EmailAddress.MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      if (!isLowerOrDigit(c) && (c < 'A' || c > 'Z') && "._+-".indexOf(c) < 0) {
        return false;
      }
    }
    return isDomain(text, at + 1);
  }

  private static boolean isDomain(String text, int from) {
    int labelFrom = from;
    for (int i = from; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        int length = i - labelFrom;
        if (length < 1
            || length > MAX_LABEL
            || text.charAt(labelFrom) == '-'
            || text.charAt(i - 1) == '-') {
          return false;
        }
        labelFrom = i + 1;
      } else if (!isLowerOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
