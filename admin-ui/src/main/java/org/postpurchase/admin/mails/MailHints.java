package org.postpurchase.admin.mails;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.messaging.RenderedMessage;

/** Advice about a mail that could be sent as it is; keys of words. */
final class MailHints {
  private static final int SUBJECT_GOOD = 60;
  private static final int SIZE_GOOD = 90 * 1024;
  private static final Pattern LOUD =
      Pattern.compile(
          "\\b(100% free|act now|cash bonus|click here|earn money|free!|gratis!|jetzt zugreifen"
              + "|limited time|nur heute|risk[- ]free|sofort gewinnen|winner|gewinner)\\b|!!|\\${2}|€€",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SHOUTED = Pattern.compile("\\p{Lu}{4,}(\\s+\\p{Lu}{3,})+");

  private MailHints() {}

  static List<String> of(RenderedMessage mail, String preheader, Locale locale) {
    List<String> hints = new ArrayList<>();
    if (mail.subject.codePointCount(0, mail.subject.length()) > SUBJECT_GOOD) {
      hints.add("LONG_SUBJECT");
    }
    if (preheader.trim().isEmpty()) {
      hints.add("NO_PREHEADER");
    }
    if (SHOUTED.matcher(mail.subject).find()) {
      hints.add("SHOUTED");
    }
    Matcher loud = LOUD.matcher(mail.subject + "\n" + mail.text);
    if (loud.find()) {
      hints.add("LOUD " + loud.group());
    }
    if (mail.html.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > SIZE_GOOD) {
      hints.add("LARGE");
    }
    if (!mail.html.contains("<a href=")) {
      hints.add("NO_LINK");
    }
    return hints;
  }
}
