package org.postpurchase.messaging;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.PostPurchaseException;

/** Puts a queued message's wording together with the facts of the moment. */
public final class ComposeMessage {
  private static final int EXACT_MOST = 200;

  private final TemplateReader templates;
  private final TemplateVersions versions;
  private final MessageModel model;
  private final Renderer renderer;
  private final Map<String, MessageTemplate> exact =
      Collections.synchronizedMap(
          new LinkedHashMap<String, MessageTemplate>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, MessageTemplate> eldest) {
              return size() > EXACT_MOST;
            }
          });

  public ComposeMessage(
      TemplateReader templates, TemplateVersions versions, MessageModel model, Renderer renderer) {
    this.templates = templates;
    this.versions = versions;
    this.model = model;
    this.renderer = renderer;
  }

  /**
   * Reads the wordings and facts of all, by message id. Joins the caller's transaction.
   *
   * @throws PostPurchaseException when the template or the facts behind one of them do not allow
   *     it, in words for a merchant
   */
  Map<Long, Prepared> prepare(List<Message> messages) {
    Map<String, MessageTemplate> known = new HashMap<>();
    Map<Long, MessageTemplate> wordings = new HashMap<>();
    for (Message message : messages) {
      NewMessage content = message.content;
      String name = content.templateKey + ' ' + content.localeCode + ' ' + content.templateVersion;
      wordings.put(message.id, known.computeIfAbsent(name, n -> template(n, content)));
    }
    Map<Long, MessageFacts> facts =
        model.factsOf(messages, message -> wordings.get(message.id).localeCode);
    Map<Long, Prepared> prepared = new HashMap<>();
    messages.forEach(m -> prepared.put(m.id, new Prepared(wordings.get(m.id), facts.get(m.id))));
    return prepared;
  }

  /**
   * Renders outside of transactions.
   *
   * @throws TemplateRefusedException naming the template and what is wrong with it
   */
  Composed render(Prepared prepared, ContentKind kind) {
    return new Composed(
        renderer.render(prepared.template, prepared.facts.model, kind),
        prepared.facts.unsubscribeUrl);
  }

  /** An exact version never changes, so it is read once. */
  private MessageTemplate template(String name, NewMessage content) {
    if (content.templateVersion > 0) {
      MessageTemplate kept = exact.get(name);
      if (kept == null) {
        kept =
            versions
                .find(content.templateKey, content.localeCode, content.templateVersion)
                .orElseThrow(() -> missing(content));
        exact.put(name, kept);
      }
      return kept;
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
  static final class Prepared {
    final MessageTemplate template;
    final MessageFacts facts;

    Prepared(MessageTemplate template, MessageFacts facts) {
      this.template = template;
      this.facts = facts;
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
