package org.postpurchase.shared;

import java.util.regex.Pattern;

/** Texts from elsewhere, such as a mail server's reply, made fit for a log. */
public final class MaskedAddresses {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(\"[^\"\\r\\n]{1,64}\"|[^\\s<>@\"'(),;:\\[\\]]+)(@|%40|\\(at\\)|＠)(?=[^\\s<>@])",
          Pattern.CASE_INSENSITIVE);

  private MaskedAddresses() {}

  /** The same text in which of each e-mail address only the domain is left. */
  public static String in(String text) {
    return text == null ? "" : ADDRESS.matcher(text).replaceAll("***@");
  }
}
