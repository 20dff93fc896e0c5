package org.postpurchase.messaging.velocity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last touch to the HTML of a mail before it leaves. */
final class MailHtml {
  /** A name between the marks that {@link org.postpurchase.shared.Language} sets around it. */
  private static final Pattern ISOLATED = Pattern.compile("\u2068([^\u2068\u2069<]*)\u2069");

  private MailHtml() {}

  /**
   * Without what must not be in a mail, names isolated as HTML does it, and told which way it runs.
   */
  static String finished(String html, boolean rightToLeft) {
    String isolated = withIsolatedNames(MailRules.tidied(html));
    return rightToLeft ? rightToLeft(isolated) : isolated;
  }

  /** Only where readers see it: attributes and titles know no elements and keep the marks. */
  private static String withIsolatedNames(String html) {
    if (html.indexOf('\u2068') < 0) {
      return html;
    }
    StringBuilder out = new StringBuilder(html.length());
    int copied = 0;
    for (Markup.Range range : Markup.of(html).readable) {
      out.append(html, copied, range.from);
      Matcher name = ISOLATED.matcher(html.substring(range.from, range.to));
      out.append(name.replaceAll("<bdi>$1</bdi>"));
      copied = range.to;
    }
    return out.append(html, copied, html.length()).toString();
  }

  /**
   * For layouts that say nothing about it themselves; many mail programs drop the outer element.
   */
  private static String rightToLeft(String html) {
    StringBuilder out = new StringBuilder(html);
    Markup markup = Markup.of(html);
    for (int i = markup.tags.size() - 1; i >= 0; i--) {
      Markup.Tag tag = markup.tags.get(i);
      boolean outer = tag.name.equals("html") || tag.name.equals("body");
      if (outer && !tag.closing && !tag.has("dir")) {
        out.insert(tag.from + 1 + tag.name.length(), " dir=\"rtl\"");
      }
    }
    return out.toString();
  }
}
