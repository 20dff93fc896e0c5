package org.postpurchase.blocks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that a button or a link leads to. */
final class Link {
  private static final Pattern FIELD =
      Pattern.compile("\\{\\{\\s*([A-Za-z]+\\.[A-Za-z]+)\\s*\\}\\}");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://[^\\s\"'<>\\\\{}]+|/(?!/)[^\\s\"'<>\\\\{}]*|mailto:[^\\s\"'<>{}]+|tel:[0-9+ ()/.-]+");

  private Link() {}

  static boolean isLink(String address) {
    Matcher field = FIELD.matcher(address);
    return ADDRESS.matcher(address).matches()
        || (field.matches() && MailField.links().contains(field.group(1)));
  }

  static boolean isPicture(String address) {
    return address.matches("https://[^\\s\"'<>\\\\{}]+|/[^/\\s\"'<>\\\\{}][^\\s\"'<>\\\\{}]*");
  }

  static String template(String address, boolean html) {
    Matcher field = FIELD.matcher(address);
    if (field.matches()) {
      return "${" + field.group(1) + "}";
    }
    String literal = html ? VelocityText.html(address) : VelocityText.plain(address);
    return address.startsWith("/") ? "${shop.url}" + literal : literal;
  }

  /** When it leads anywhere; empty for always. */
  static String condition(String address) {
    Matcher field = FIELD.matcher(address);
    return field.matches() ? MailField.condition(field.group(1)) : "";
  }
}
