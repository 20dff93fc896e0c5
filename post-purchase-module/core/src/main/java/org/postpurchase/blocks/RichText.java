package org.postpurchase.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What authors type: paragraphs, lines that begin with {@code - } as lists, {@code **bold**},
 * {@code *italic*}, {@code [words](https://…)} and {@code {{fields}}}; as templates for HTML and
 * for plain text. Nothing that is typed becomes markup or code of its own.
 */
final class RichText {
  private static final Pattern INLINE =
      Pattern.compile(
          "\\{\\{\\s*([A-Za-z]+\\.[A-Za-z]+)\\s*(?:\\|([^{}]*))?\\}\\}"
              + "|\\*\\*([^*\\n]+)\\*\\*|\\*([^*\\s][^*\\n]*)\\*"
              + "|\\[([^\\]\\n]+)\\]\\(([^)\\s]+)\\)");
  private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}]*)\\}\\}");

  private final boolean html;

  private RichText(boolean html) {
    this.html = html;
  }

  static RichText html() {
    return new RichText(true);
  }

  static RichText plain() {
    return new RichText(false);
  }

  /** The first field in the text that there is none of, as it was written; null for none. */
  static String unknownField(String text) {
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      String name = field.group(1).split("\\|", 2)[0].trim();
      if (!MailField.isKnown(name)) {
        return field.group();
      }
    }
    int open = FIELD.matcher(text).replaceAll("").indexOf("{{");
    return open < 0 ? null : "{{";
  }

  /** The first address in the text that cannot be linked to; null for none. */
  static String badLink(String text) {
    Matcher part = INLINE.matcher(text);
    while (part.find()) {
      if (part.group(6) != null && !Link.isLink(part.group(6))) {
        return part.group(6);
      }
    }
    return null;
  }

  /** One line. */
  String line(String text) {
    return inline(text.replaceAll("\\s*\\n\\s*", " ").trim());
  }

  String paragraphs(String text) {
    List<String> out = new ArrayList<>();
    for (String paragraph : text.trim().split("(\\n\\s*){2,}")) {
      out.add(html ? htmlParagraph(paragraph.trim()) : inline(paragraph.trim()));
    }
    return String.join(html ? "\n        " : "\n\n", out);
  }

  private String htmlParagraph(String paragraph) {
    StringBuilder out = new StringBuilder();
    boolean list = false;
    boolean text = false;
    for (String line : paragraph.split("\\n")) {
      boolean item = line.startsWith("- ");
      if (item && !list) {
        out.append(text ? "</p>" : "").append("<ul style=\"margin:0 0 16px;padding:0 0 0 22px;\">");
      }
      if (!item && list) {
        out.append("</ul>");
      }
      if (!item && (list || !text)) {
        out.append("<p style=\"margin:0 0 16px;\">");
      } else if (!item) {
        out.append("<br>");
      }
      out.append(item ? "<li>" + inline(line.substring(2)) + "</li>" : inline(line));
      list = item;
      text = !item;
    }
    return out.append(list ? "</ul>" : "</p>").toString();
  }

  private String inline(String text) {
    StringBuilder out = new StringBuilder();
    Matcher part = INLINE.matcher(text);
    int done = 0;
    while (part.find()) {
      out.append(literal(text.substring(done, part.start())));
      done = part.end();
      if (part.group(1) != null) {
        out.append(field(part.group(1), part.group(2)));
      } else if (part.group(3) != null) {
        out.append(tagged("strong", inline(part.group(3))));
      } else if (part.group(4) != null) {
        out.append(tagged("em", inline(part.group(4))));
      } else {
        out.append(link(inline(part.group(5)), part.group(6)));
      }
    }
    return out.append(literal(text.substring(done))).toString();
  }

  private String literal(String text) {
    return html ? VelocityText.html(text) : VelocityText.plain(text);
  }

  private String tagged(String tag, String text) {
    return html ? "<" + tag + ">" + text + "</" + tag + ">" : text;
  }

  private String link(String words, String address) {
    String url = Link.template(address, html);
    return html
        ? "<a href=\"" + url + "\" class=\"pp-link\" style=\"color:#1d6b52;\">" + words + "</a>"
        : words + " (" + url + ")";
  }

  private String field(String name, String otherwise) {
    if (!MailField.isKnown(name)) {
      return literal("{{" + name + "}}");
    }
    String words = otherwise == null ? "" : literal(otherwise.trim());
    return "#if("
        + MailField.condition(name)
        + ")${"
        + name
        + "}"
        + (words.isEmpty() ? "" : "#{else}" + words)
        + "#end";
  }
}
