package org.postpurchase.messaging.velocity;

import java.util.Locale;
import java.util.Map;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;

/**
 * Puts how the shop is reached at the end of each mail whose layout does not place it itself: one
 * setting is enough for all layouts, also for those that merchants wrote.
 */
final class MailContactBlock {
  private static final String MODEL = "contact";

  private MailContactBlock() {}

  static RenderedMessage added(
      RenderedMessage mail, MessageTemplate template, Map<String, Object> model) {
    Object contact = model.get(MODEL);
    if (!(contact instanceof Map)) {
      return mail;
    }
    String html = part((Map<?, ?>) contact, "block");
    String text = part((Map<?, ?>) contact, "blockText");
    return html.isEmpty() && text.isEmpty()
        ? mail
        : new RenderedMessage(
            mail.subject,
            isPlaced(template.htmlLayout) ? mail.html : atTheEnd(mail.html, html),
            isPlaced(template.textLayout) ? mail.text : mail.text.trim() + "\n\n" + text + "\n",
            mail.templateVersion);
  }

  private static String part(Map<?, ?> contact, String name) {
    Object value = contact.get(name);
    return value == null ? "" : value.toString();
  }

  private static boolean isPlaced(String layout) {
    return layout.contains("$" + MODEL + ".") || layout.contains("${" + MODEL + ".");
  }

  private static String atTheEnd(String html, String block) {
    int end = html.toLowerCase(Locale.ROOT).lastIndexOf("</body>");
    return end < 0 ? html + block : html.substring(0, end) + block + html.substring(end);
  }
}
