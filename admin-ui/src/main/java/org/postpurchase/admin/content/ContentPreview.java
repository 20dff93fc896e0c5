package org.postpurchase.admin.content;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.MailContent;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.LocaleCode;

/** An entry as mails show it, alone on a page. */
final class ContentPreview {
  private static final String LAYOUT =
      "<!DOCTYPE html><html lang=\"${language}\"><head><meta charset=\"utf-8\">"
          + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          + "<title>${texts.subject}</title><style>body { margin: 0; padding: 0 20px 24px; }"
          + " img { border: 0; } @media (max-width: 480px) { .pp-stack { display: block !important;"
          + " width: 100% !important; } .pp-cover { width: 100% !important; height: 200px !important;"
          + " } }</style></head><body style=\"background-color:#ffffff;\">${blocks.content}</body>"
          + "</html>";

  private final Renderer renderer;
  private final MailContent mails;

  ContentPreview(Renderer renderer, MailContent mails) {
    this.renderer = renderer;
    this.mails = mails;
  }

  /** The page as HTML. */
  String of(ContentEntry entry, String about) {
    Locale locale = LocaleCode.parse(entry.localeCode);
    Language language = Language.of(locale);
    Map<String, Object> model = new HashMap<>();
    model.put("language", language.tag);
    model.put("direction", language.direction());
    model.put("content", mails.preview(entry, about, language));
    MessageTemplate template =
        new MessageTemplate(
            "content-preview",
            language.tag,
            0,
            true,
            null,
            new MessageTemplate.Texts(".", ".", ".", ".", "."),
            LAYOUT,
            ".");
    return renderer.render(template, model).html;
  }
}
