package org.postpurchase.messaging.velocity;

import org.postpurchase.shared.HtmlText;

/**
 * Markup made by our own code out of escaped text; the only thing that is inserted into HTML as it
 * is.
 */
final class SafeHtml {
  private final String markup;

  private SafeHtml(String markup) {
    this.markup = markup;
  }

  /** Plain text as HTML: escaped, blank lines as paragraphs, single line breaks kept. */
  static SafeHtml paragraphs(String text) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : text.trim().split("(\\r?\\n\\s*){2,}", -1)) {
      if (!paragraph.isEmpty()) {
        html.append("<p>")
            .append(HtmlText.escape(paragraph.trim()).replaceAll("\\r?\\n", "<br>"))
            .append("</p>");
      }
    }
    return new SafeHtml(html.toString());
  }

  /** What one of our own blocks came to, with everything in it escaped. */
  static SafeHtml ofBlock(String markup) {
    return new SafeHtml(markup);
  }

  @Override
  public String toString() {
    return markup;
  }
}
