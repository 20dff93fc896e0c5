package org.postpurchase.messaging.velocity;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.shared.HtmlText;

/**
 * Dresses a finished mail in the shop's brand: colours and fonts of the usual layouts become those
 * of the brand, wherever a style says them, and logo, footer and social links are added. So one
 * setting is enough for all layouts, also for those that are frozen or that merchants wrote; a
 * layout with colours of its own keeps them.
 */
final class MailBrand {
  private static final Pattern COLOUR =
      Pattern.compile("([a-z-]+)(\\s*:[^:;{}]*?)(#[0-9a-f]{6})\\b", Pattern.CASE_INSENSITIVE);

  private final Map<?, ?> colours;
  private final Map<?, ?> fonts;

  private MailBrand(Map<?, ?> look) {
    colours = part(look, "colours");
    fonts = part(look, "fonts");
  }

  /** The same mail when the model says nothing of a brand. */
  static RenderedMessage dressed(RenderedMessage mail, Map<String, Object> model) {
    Object look = model.get("brand");
    if (!(look instanceof Map) || ((Map<?, ?>) look).isEmpty()) {
      return mail;
    }
    Map<?, ?> brand = (Map<?, ?>) look;
    String html = new MailBrand(brand).restyled(withFooter(mail.html, brand));
    String text = BrandFooter.text(brand);
    return new RenderedMessage(
        mail.subject,
        withLogo(html, brand, part(model, "shop")),
        text.isEmpty() ? mail.text : mail.text.trim() + "\n\n" + text + "\n",
        mail.templateVersion);
  }

  private static Map<?, ?> part(Map<?, ?> of, String name) {
    Object part = of.get(name);
    return part instanceof Map ? (Map<?, ?>) part : Collections.emptyMap();
  }

  private String restyled(String html) {
    if (colours.isEmpty() && fonts.isEmpty()) {
      return html;
    }
    StringBuilder out = new StringBuilder(html.length() + 200);
    int copied = 0;
    for (Markup.Range range : Markup.of(html).styling()) {
      out.append(html, copied, range.from);
      out.append(style(html.substring(range.from, range.to)));
      copied = range.to;
    }
    return out.append(html, copied, html.length()).toString();
  }

  private String style(String style) {
    if (style.matches("#[0-9a-fA-F]{6}")) { // of bgcolor
      return colour("background", style);
    }
    Matcher matcher = COLOUR.matcher(style);
    StringBuffer out = new StringBuffer(); // Matcher of Java 8 takes no StringBuilder
    while (matcher.find()) {
      String property = matcher.group(1).toLowerCase(Locale.ROOT);
      String place = property.startsWith("border") ? "border" : property.replaceFirst("-.*", "");
      String now = colour(place, matcher.group(3));
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(matcher.group(1) + matcher.group(2) + now));
    }
    String restyled = matcher.appendTail(out).toString();
    for (Map.Entry<?, ?> font : fonts.entrySet()) {
      restyled = restyled.replace(font.getKey().toString(), font.getValue().toString());
    }
    return restyled;
  }

  private String colour(String place, String written) {
    Object now = colours.get(place + " " + written.toLowerCase(Locale.ROOT));
    return now == null ? written : now.toString();
  }

  /** In place of the shop's name in the head; above everything in layouts without one. */
  private static String withLogo(String html, Map<?, ?> look, Map<?, ?> shop) {
    String address = text(look, "logo");
    if (address.isEmpty()) {
      return html;
    }
    String name = HtmlText.escape(text(shop, "name"));
    int width = number(look, "logoWidth");
    String size =
        width == 0
            ? " height=\"48\" style=\"display:inline-block;height:48px;max-width:240px;border:0;\""
            : " width=\""
                + width
                + "\" height=\""
                + number(look, "logoHeight")
                + "\" style=\"display:inline-block;border:0;\"";
    String img = "<img src=\"" + HtmlText.escape(address) + "\" alt=\"" + name + "\"" + size + ">";
    int body = html.indexOf("<body");
    Matcher head =
        Pattern.compile("(<a\\b[^>]*>)\\s*" + Pattern.quote(name) + "\\s*</a>").matcher(html);
    if (!name.isEmpty() && body >= 0 && head.find(body)) {
      boolean first = html.indexOf("<a", body) == head.start();
      if (first) {
        return html.substring(0, head.end(1)) + img + html.substring(head.end() - 4);
      }
    }
    int table = body < 0 ? -1 : html.indexOf("<table", body);
    String alone = "<div style=\"padding:20px 24px;text-align:center;\">" + img + "</div>";
    return table < 0 ? html : html.substring(0, table) + alone + html.substring(table);
  }

  private static String withFooter(String html, Map<?, ?> look) {
    String footer = BrandFooter.html(look);
    int end = html.toLowerCase(Locale.ROOT).lastIndexOf("</body>");
    return footer.isEmpty() || end < 0
        ? html + footer
        : html.substring(0, end) + footer + html.substring(end);
  }

  private static String text(Map<?, ?> from, String name) {
    Object value = from.get(name);
    return value == null ? "" : value.toString();
  }

  private static int number(Map<?, ?> from, String name) {
    Object value = from.get(name);
    return value instanceof Integer ? (Integer) value : 0;
  }

  /** Social links, and below them the address. */
  private static final class BrandFooter {
    static String html(Map<?, ?> look) {
      StringBuilder out = new StringBuilder();
      String gap = "";
      for (Object each : list(look, "links")) {
        Map<?, ?> link = (Map<?, ?>) each;
        out.append(gap).append("<a href=\"").append(HtmlText.escape(MailBrand.text(link, "url")));
        out.append("\" class=\"pp-muted\" style=\"display:inline-block;padding:12px 4px;");
        out.append("color:#5b6963;\">");
        out.append(HtmlText.escape(MailBrand.text(link, "label"))).append("</a>");
        gap = " &middot; ";
      }
      if (out.length() > 0) {
        out.insert(0, "<div>").append("</div>");
      }
      String line = "";
      for (Object each : list(look, "footer")) {
        out.append(line).append(HtmlText.escape(each.toString()));
        line = "<br>";
      }
      return out.length() == 0
          ? ""
          : "<div class=\"pp-bg pp-muted\" style=\"margin:0 auto;padding:0 24px 28px;"
              + "background-color:#f3f1ec;font:13px/1.6 Helvetica,Arial,sans-serif;"
              + "color:#5b6963;text-align:center;\">"
              + out
              + "</div>";
    }

    static String text(Map<?, ?> look) {
      StringBuilder out = new StringBuilder();
      for (Object each : list(look, "links")) {
        Map<?, ?> link = (Map<?, ?>) each;
        out.append(MailBrand.text(link, "label")).append(": ");
        out.append(MailBrand.text(link, "url")).append('\n');
      }
      list(look, "footer").forEach(line -> out.append(line).append('\n'));
      return out.toString().trim();
    }

    private static List<?> list(Map<?, ?> look, String name) {
      Object list = look.get(name);
      return list instanceof List ? (List<?>) list : Collections.emptyList();
    }
  }
}
