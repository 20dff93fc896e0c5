package org.postpurchase.restraint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageFacts;
import org.postpurchase.messaging.MessageModel;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Shop;

/**
 * The mail that asks whether somebody meant the tick. It leaves as all messages do; its words are
 * the product's, because they must stay free of advertising.
 */
public final class OptInMessages {
  /** What the messages are called, and their template. */
  public static final String TOUCH = "opt-in-check";

  private static final String KEY = "opt-in:";
  private static final String HTML =
      "<!DOCTYPE html><html lang=\"${language}\"><head><meta charset=\"utf-8\">"
          + "<meta name=\"viewport\" content=\"width=device-width\">"
          + "<meta name=\"color-scheme\" content=\"light dark\"><title>${texts.subject}</title>"
          + "</head><body style=\"margin:0;padding:24px 16px;background:#f3f1ec;"
          + "font:16px/1.55 Helvetica,Arial,sans-serif;color:#22302b;\">"
          + "<div style=\"max-width:560px;margin:0 auto;padding:32px;background:#ffffff;"
          + "border:1px solid #e4e1d9;border-radius:16px;\">"
          + "<p style=\"margin:0 0 20px;font:bold 20px Georgia,serif;\">${shopName}</p>"
          + "<h1 style=\"margin:0 0 12px;font:bold 26px/1.25 Georgia,serif;\">${texts.heading}</h1>"
          + "$texts.introHtml"
          + "<p style=\"margin:24px 0;\"><a href=\"${url}\" style=\"display:inline-block;"
          + "padding:15px 28px;border-radius:999px;background:#1d6b52;color:#ffffff;"
          + "font-weight:bold;text-decoration:none;\">${texts.preheader}</a></p>"
          + "<p style=\"margin:0;color:#5b6963;font-size:14px;\">${texts.closing}</p>"
          + "</div></body></html>";

  private final MessageStore messages;
  private final OptInStore store;
  private final OptInChecks.Links links;
  private final Supplier<String> channel;
  private final Supplier<Shop> shop;

  public OptInMessages(
      MessageStore messages,
      OptInStore store,
      OptInChecks.Links links,
      Supplier<String> channel,
      Supplier<Shop> shop) {
    this.messages = messages;
    this.store = store;
    this.links = links;
    this.channel = channel;
    this.shop = shop;
  }

  void queue(List<OptInCheck> checks, Instant now) {
    List<NewMessage> mails = new ArrayList<>();
    for (OptInCheck check : checks) {
      mails.add(
          new NewMessage(
              KEY + check.id,
              TOUCH,
              Purpose.TRANSACTIONAL,
              0,
              TOUCH,
              check.localeCode,
              Recipient.mailbox(channel.get(), EmailAddress.stored(check.contact))));
    }
    if (!mails.isEmpty()) {
      messages.queueAll(mails, now);
    }
  }

  /** The facts of these messages, and the other model's of all others. */
  public MessageModel model(MessageModel others) {
    return others.with(TOUCH, MessageModel.each(this::facts));
  }

  private MessageFacts facts(Message message, Function<Message, String> localeOf) {
    long id = Long.parseLong(message.content.key.substring(KEY.length()));
    Map<String, Object> model = new HashMap<>();
    model.put("language", localeOf.apply(message));
    model.put("direction", "ltr");
    model.put("shopName", shop.get().name);
    model.put("url", links.of(id));
    model.put("text", store.find(id).map(check -> check.textShown).orElse(""));
    return new MessageFacts(model, "");
  }

  /** The words of these messages, and the merchant's templates for all others. */
  public static final class Templates implements TemplateReader {
    private final TemplateReader others;

    public Templates(TemplateReader others) {
      this.others = others;
    }

    @Override
    public Optional<MessageTemplate> findActive(String key, Locale locale) {
      return key.equals(TOUCH) ? Optional.of(template(locale)) : others.findActive(key, locale);
    }

    @Override
    public List<MessageTemplate> active(String key) {
      return others.active(key);
    }

    private static MessageTemplate template(Locale locale) {
      boolean german = "de".equals(locale.getLanguage());
      String subject =
          german ? "Bitte bestätigen Sie Ihre Anmeldung" : "Please confirm that this was you";
      String button = german ? "Ja, ich möchte das" : "Yes, I want this";
      String intro =
          german
              ? "In einer Bestellung bei ${shopName} wurde für diese Adresse angekreuzt:\n\n"
                  + "„${text}“\n\nDas gilt erst, wenn Sie es bestätigen."
              : "In an order at ${shopName}, this box was ticked for this address:\n\n"
                  + "“${text}”\n\nIt counts only once you confirm it.";
      String closing =
          german
              ? "Waren Sie das nicht? Dann tun Sie nichts: es wird Ihnen nichts geschickt. Der Link"
                  + " gilt sieben Tage."
              : "Was it not you? Then do nothing, and nothing will be sent to you. The link is good"
                  + " for seven days.";
      return new MessageTemplate(
          TOUCH,
          german ? "de" : "en",
          1,
          true,
          Instant.EPOCH,
          new MessageTemplate.Texts(subject, button, subject, intro, closing),
          HTML,
          "${texts.heading}\n\n${texts.intro}\n\n${url}\n\n${texts.closing}\n");
    }
  }
}
