package org.postpurchase.broadleaf.settings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.shared.LocaleChoice;
import org.postpurchase.shared.Shop;

/** Reads the merchant's templates from the host's entity manager. */
public final class EntityTemplateReader implements TemplateReader {
  private static final String ACTIVE =
      "select t from org.postpurchase.broadleaf.entity.MessageTemplate t where t.templateKey = :key and t.active = true"
          + " order by t.id";

  private final SettingsQuery query;
  private final Supplier<Shop> shop;

  public EntityTemplateReader(SettingsQuery query, Supplier<Shop> shop) {
    this.query = query;
    this.shop = shop;
  }

  @Override
  public Optional<org.postpurchase.messaging.MessageTemplate> findActive(
      String key, Locale locale) {
    return query.read(
        em -> {
          List<MessageTemplate> rows =
              em.createQuery(ACTIVE, MessageTemplate.class)
                  .setParameter("key", key)
                  .getResultList();
          return LocaleChoice.of(rows, MessageTemplate::getLocaleCode, locale, shop.get().locale)
              .map(EntityTemplateReader::definition);
        });
  }

  @Override
  public List<org.postpurchase.messaging.MessageTemplate> active(String key) {
    return query.read(
        em ->
            em
                .createQuery(ACTIVE, MessageTemplate.class)
                .setParameter("key", key)
                .getResultList()
                .stream()
                .map(EntityTemplateReader::definition)
                .collect(Collectors.toList()));
  }

  /** The immutable definition behind a row. */
  public static org.postpurchase.messaging.MessageTemplate definition(MessageTemplate row) {
    return new org.postpurchase.messaging.MessageTemplate(
        row.getTemplateKey(),
        row.getLocaleCode(),
        row.getVersion() == null ? 0 : row.getVersion(),
        Boolean.TRUE.equals(row.getActive()),
        row.getActiveSince() == null ? null : Instant.ofEpochMilli(row.getActiveSince()),
        new org.postpurchase.messaging.MessageTemplate.Texts(
            text(row.getSubject()),
            text(row.getPreheader()),
            text(row.getHeading()),
            text(row.getIntro()),
            text(row.getClosing())),
        text(row.getHtmlLayout()),
        text(row.getTextLayout()));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
