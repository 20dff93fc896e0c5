package org.postpurchase.sms;

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
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.shared.Shop;

/**
 * The messages that ask for a YES. They leave as all messages do; their words are the product's.
 */
public final class SmsQuestions {
  /** What the messages are called, and their template. */
  public static final String TOUCH = "sms-question";

  private SmsQuestions() {}

  /** The facts of these messages, and the other model's of all others. */
  public static MessageModel model(MessageModel others, Supplier<Shop> shop) {
    return others.with(
        TOUCH, MessageModel.each((message, localeOf) -> facts(message, localeOf, shop.get())));
  }

  private static MessageFacts facts(
      Message message, Function<Message, String> localeOf, Shop shop) {
    Map<String, Object> model = new HashMap<>();
    model.put("language", localeOf.apply(message));
    model.put("direction", "ltr");
    model.put("shopName", shop.name);
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
      return new MessageTemplate(
          TOUCH,
          "de".equals(locale.getLanguage()) ? "de" : "en",
          1,
          true,
          Instant.EPOCH,
          new MessageTemplate.Texts("SMS", "", "SMS", SmsWords.question(locale), "${shopName}"),
          "",
          "${texts.intro}");
    }
  }
}
