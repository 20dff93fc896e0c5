package org.postpurchase.messaging;

import java.util.Locale;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Transactions;

/** Puts a queued message's wording together with the facts of the moment. */
public final class ComposeMessage {
  private final TemplateReader templates;
  private final TemplateVersions versions;
  private final MessageModel model;
  private final Renderer renderer;

  public ComposeMessage(
      TemplateReader templates, TemplateVersions versions, MessageModel model, Renderer renderer) {
    this.templates = templates;
    this.versions = versions;
    this.model = model;
    this.renderer = renderer;
  }

  /**
   * Reads in one transaction and renders outside of it.
   *
   * @throws PostPurchaseException when the template or the facts behind the message do not allow
   *     it, in words for a merchant
   */
  Composed of(Message message, Transactions transactions) {
    return transactions.call(() -> prepare(message)).render(renderer);
  }

  private Prepared prepare(Message message) {
    MessageTemplate template = template(message.content);
    return new Prepared(template, model.forMessage(message, template.localeCode));
  }

  private MessageTemplate template(NewMessage content) {
    if (content.templateVersion > 0) {
      return versions
          .find(content.templateKey, content.localeCode, content.templateVersion)
          .orElseThrow(() -> missing(content));
    }
    Locale locale = LocaleCode.parse(content.localeCode);
    return templates
        .findActive(content.templateKey, locale)
        .orElseThrow(
            () ->
                new PostPurchaseException(
                    "The template '"
                        + content.templateKey
                        + "' was switched off after this message was queued. Switch it on and send"
                        + " the message again."));
  }

  private static PostPurchaseException missing(NewMessage content) {
    return new PostPurchaseException(
        "Version "
            + content.templateVersion
            + " of the template '"
            + content.templateKey
            + "' ("
            + content.localeCode
            + ") is not kept any more. Send the message again to use the newest version.");
  }

  /** Everything that was read for one message. */
  private static final class Prepared {
    private final MessageTemplate template;
    private final MessageFacts facts;

    Prepared(MessageTemplate template, MessageFacts facts) {
      this.template = template;
      this.facts = facts;
    }

    Composed render(Renderer renderer) {
      return new Composed(renderer.render(template, facts.model), facts.unsubscribeUrl);
    }
  }

  /** Texts ready to be sent. */
  static final class Composed {
    final RenderedMessage texts;
    final String unsubscribeUrl;

    Composed(RenderedMessage texts, String unsubscribeUrl) {
      this.texts = texts;
      this.unsubscribeUrl = unsubscribeUrl;
    }
  }
}
