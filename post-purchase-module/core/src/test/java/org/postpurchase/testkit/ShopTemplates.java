package org.postpurchase.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.shared.LocaleChoice;

/** A merchant's templates in memory. */
public final class ShopTemplates implements TemplateReader {
  private final List<MessageTemplate> templates = new ArrayList<>();

  public ShopTemplates with(MessageTemplate template) {
    templates.removeIf(t -> t.key.equals(template.key) && t.localeCode.equals(template.localeCode));
    templates.add(template);
    return this;
  }

  /** A short English template that shows what marketing must and, if wanted, a code. */
  public ShopTemplates with(String key, String subject, String text) {
    return with(
        new MessageTemplate(
            key,
            "en",
            1 + active(key).stream().mapToInt(t -> t.version).max().orElse(0),
            true,
            null,
            new MessageTemplate.Texts(subject, "", "Hello", text, ""),
            "<p>${texts.introHtml} <a href=\"${links.unsubscribe}\">stop</a></p>",
            "${texts.intro} ${links.unsubscribe}"));
  }

  public void remove(String key) {
    templates.removeIf(t -> t.key.equals(key));
  }

  @Override
  public Optional<MessageTemplate> findActive(String key, Locale locale) {
    return LocaleChoice.of(active(key), t -> t.localeCode, locale, Locale.ENGLISH);
  }

  @Override
  public List<MessageTemplate> active(String key) {
    List<MessageTemplate> found = new ArrayList<>();
    templates.stream().filter(t -> t.key.equals(key)).forEach(found::add);
    return found;
  }
}
