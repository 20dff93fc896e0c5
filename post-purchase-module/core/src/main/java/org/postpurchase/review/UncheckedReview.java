package org.postpurchase.review;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * All that automatic publishing may know of a review. That the stars are not among it is the point:
 * a rule that shows praise at once and lets criticism wait cannot be written. Immutable.
 */
final class UncheckedReview {
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?i)https?:|www\\.|[\\w.+-]+@[\\w-]+\\.[a-z]{2,}|\\b[\\w-]+\\.(?:com|net|org|de|at|ch|shop|io)\\b"
              + "|(?:\\+|00|\\b0)\\d[\\d /()-]{6,}\\d");

  final boolean verified;
  final boolean hasPhotos;
  private final String text;

  UncheckedReview(boolean verified, boolean hasPhotos, String text) {
    this.verified = verified;
    this.hasPhotos = hasPhotos;
    this.text = text;
  }

  /** Whether it seems to hold a web or mail address or a telephone number. */
  boolean hasContactDetails() {
    return CONTACT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
  }
}
