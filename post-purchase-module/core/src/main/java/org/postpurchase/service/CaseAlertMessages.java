package org.postpurchase.service;

import java.time.Instant;
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
 * Mails to staff about new cases. They leave as all messages do, so that none is lost when the mail
 * server is down; their words are the product's, since no buyer reads them.
 */
public final class CaseAlertMessages implements CaseAlerts {
  /** What the messages are called, and their template. */
  public static final String TOUCH = "case-alert";

  private static final String KEY = "case-alert:";
  private static final String HTML =
      "<!DOCTYPE html><html lang=\"${language}\"><head><meta charset=\"utf-8\">"
          + "<title>${texts.subject}</title></head><body"
          + " style=\"font:16px/1.5 Helvetica,Arial,sans-serif;color:#22302b;\">"
          + "<h1 style=\"font-size:20px;\">${texts.heading}</h1>$texts.introHtml</body></html>";

  private final MessageStore messages;
  private final CaseStore cases;
  private final Supplier<String> channel;
  private final Supplier<Shop> shop;

  public CaseAlertMessages(
      MessageStore messages, CaseStore cases, Supplier<String> channel, Supplier<Shop> shop) {
    this.messages = messages;
    this.cases = cases;
    this.channel = channel;
    this.shop = shop;
  }

  @Override
  public void opened(ServiceCase opened, ServiceSettings settings) {
    if (settings.alertAddress.isEmpty()) {
      return;
    }
    messages.queue(
        new NewMessage(
            KEY + opened.id,
            TOUCH,
            Purpose.TRANSACTIONAL,
            0,
            TOUCH,
            shop.get().locale.toLanguageTag(),
            Recipient.mailbox(channel.get(), EmailAddress.of(settings.alertAddress))),
        opened.times.openedAt);
  }

  /** The facts of these messages, and the other model's of all others. */
  public MessageModel model(MessageModel others) {
    return others.with(TOUCH, MessageModel.each(this::facts));
  }

  private MessageFacts facts(Message message, Function<Message, String> localeOf) {
    long id = Long.parseLong(message.content.key.substring(KEY.length()));
    Optional<ServiceCase> found = cases.find(id);
    Map<String, Object> model = new HashMap<>();
    model.put("language", localeOf.apply(message));
    model.put("direction", "ltr");
    model.put("shopName", shop.get().name);
    model.put("number", id);
    model.put("subject", found.map(c -> c.cause.subject).orElse(""));
    model.put("customer", found.map(c -> c.cause.email.toString()).orElse(""));
    model.put("words", found.map(c -> words(c.id)).orElse(""));
    return new MessageFacts(model, "");
  }

  private String words(long id) {
    return cases.eventsOf(id).stream().findFirst().map(e -> e.note).orElse("");
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
      String intro =
          german
              ? "Kunde: ${customer}\n\n${words}\n\nIm Admin unter Post-Purchase, Fälle, Nr."
                  + " ${number}. Bis der Fall geschlossen ist, bekommt der Kunde keine Werbung."
              : "Customer: ${customer}\n\n${words}\n\nIn the admin under Post-Purchase, Cases, no."
                  + " ${number}. Until the case is closed, the customer gets no advertising.";
      String subject =
          german ? "Neuer Fall ${number}: ${subject}" : "New case ${number}: ${subject}";
      return new MessageTemplate(
          TOUCH,
          german ? "de" : "en",
          1,
          true,
          Instant.EPOCH,
          new MessageTemplate.Texts(subject, "", subject, intro, "${shopName}"),
          HTML,
          "${texts.heading}\n\n${texts.intro}\n");
    }
  }
}
