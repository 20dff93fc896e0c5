package org.postpurchase.messaging.velocity;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.messaging.TemplateRefusedException;

/**
 * What a finished HTML mail must keep to, so that mail clients show it whole and without warnings.
 */
final class MailRules {
  /** Gmail cuts off what is longer. */
  static final int HTML_BYTES_MAX = 102 * 1024;

  private static final Pattern HTTP_ASSET =
      Pattern.compile(
          "(?:\\b(?:src|srcset|background|poster)\\s*=\\s*[\"']?|url\\(\\s*[\"']?)(http://[^\"'\\s>)]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "http://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])([:/].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern IMAGE = Pattern.compile("<img\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALT =
      Pattern.compile("(?<![\\w-])alt\\s*=", Pattern.CASE_INSENSITIVE);
  private static final Pattern ACTIVE =
      Pattern.compile("<\\s*(script|iframe|object|embed|form)\\b", Pattern.CASE_INSENSITIVE);

  private MailRules() {}

  static void check(String where, String html) {
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    if (bytes >= HTML_BYTES_MAX) {
      throw new TemplateRefusedException(
          where,
          "the HTML has " + bytes + " bytes; mail clients cut off what is over " + HTML_BYTES_MAX,
          null);
    }
    Matcher asset = HTTP_ASSET.matcher(html);
    while (asset.find()) {
      if (!LOOPBACK.matcher(asset.group(1)).matches()) {
        throw new TemplateRefusedException(
            where, "the asset " + asset.group(1) + " is not loaded over https", null);
      }
    }
    Matcher image = IMAGE.matcher(html);
    while (image.find()) {
      if (!ALT.matcher(image.group()).find()) {
        throw new TemplateRefusedException(
            where, "this image has no alt text: " + image.group(), null);
      }
    }
    Matcher active = ACTIVE.matcher(html);
    if (active.find()) {
      throw new TemplateRefusedException(
          where, "<" + active.group(1) + "> does not belong in a mail", null);
    }
  }
}
