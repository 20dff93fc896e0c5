package org.postpurchase.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One mail as the mailbox gives it in JSON, taken apart. */
final class Mail {
  private static final Pattern LINK = Pattern.compile("href=\"(https?:[^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}");
  private static final Pattern UNSUBSCRIBE =
      Pattern.compile("https?://[^\\s\"<>]+/post-purchase/unsubscribe/[A-Za-z0-9._-]+");

  final String subject;
  final String html;
  private final String json;

  Mail(String json) {
    this.json = json;
    this.subject = text("subject");
    this.html = text("html");
  }

  /** A header's value; empty if the mail has none of that name. */
  String header(String name) {
    return text(name);
  }

  /** Every address that a click on the mail could lead to. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(html);
    while (link.find()) {
      links.add(link.group(1).replace("&amp;", "&"));
    }
    return links;
  }

  /** The address of the unsubscribe page in the body. */
  String unsubscribeLink() {
    return first(UNSUBSCRIBE, html);
  }

  /** The personal code in the body. */
  String code() {
    return first(CODE, html);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new AssertionError("nothing like " + pattern + " in " + text);
    }
    return found.group();
  }

  private String text(String name) {
    int at = json.indexOf("\"" + name + "\":\"");
    return at < 0 ? "" : string(at + name.length() + 4);
  }

  /** The JSON string whose first character is there. */
  private String string(int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; json.charAt(i) != '"'; i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else {
        char kind = json.charAt(++i);
        switch (kind) {
          case 'n' -> text.append('\n');
          case 'r' -> text.append('\r');
          case 't' -> text.append('\t');
          case 'u' -> {
            text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
            i += 4;
          }
          default -> text.append(kind);
        }
      }
    }
    return text.toString();
  }
}
