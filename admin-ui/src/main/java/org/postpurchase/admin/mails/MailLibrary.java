package org.postpurchase.admin.mails;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.blocks.BlockStore;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.sms.SmsChannel;

/** The shop's mails by key, with their names and where they are used. Reads only. */
final class MailLibrary {
  private static final String ENTITY = "org.postpurchase.broadleaf.entity.";
  private static final String ALL =
      "select t from " + ENTITY + "MessageTemplate t order by t.templateKey, t.localeCode";
  private static final String ONE =
      "select t from " + ENTITY + "MessageTemplate t where t.id = :id";
  private static final String OF_KEY =
      "select t from "
          + ENTITY
          + "MessageTemplate t where t.templateKey = :key order by t.localeCode";
  private static final String USES =
      "select s.templateKey, s.series.name, s.series.status from "
          + ENTITY
          + "SeriesStep s where s.stepKind is null or s.stepKind <> 'BRANCH'";
  private static final String TEXTED =
      "select count(s.id) from "
          + ENTITY
          + "SeriesStep s where s.templateKey = :key and s.channel = :channel";

  private final SettingsQuery query;
  private final BlockStore blocks;
  private final Words words;

  public MailLibrary(SettingsQuery query, BlockStore blocks, Words words) {
    this.query = query;
    this.blocks = blocks;
    this.words = words;
  }

  List<MailRow> rows(Locale locale) {
    return query.read(
        em -> {
          Map<String, BlockStore.Label> labels = blocks.labels();
          Map<String, MailRow> rows = new LinkedHashMap<>();
          for (MessageTemplate t : em.createQuery(ALL, MessageTemplate.class).getResultList()) {
            String key = t.getTemplateKey();
            BlockStore.Label label = labels.getOrDefault(key, BlockStore.Label.NONE);
            rows.computeIfAbsent(
                    key, k -> new MailRow(k, name(k, label, locale), label.isArchived()))
                .add(new MailRow.Language(t.getId(), t.getLocaleCode(), t.getSubject()));
          }
          for (Object each : em.createQuery(USES).getResultList()) {
            Object[] use = (Object[]) each;
            MailRow row = rows.get(String.valueOf(use[0]));
            if (row != null) {
              row.usedBy(String.valueOf(use[1]));
            }
          }
          List<MailRow> sorted = new ArrayList<>(rows.values());
          sorted.forEach(row -> row.shownIn(locale));
          sorted.sort((a, b) -> a.name.compareToIgnoreCase(b.name));
          return sorted;
        });
  }

  /** Names of the series that are not drafts and send it. */
  List<String> runningUses(String key) {
    return query.read(
        em -> {
          List<String> names = new ArrayList<>();
          for (Object each : em.createQuery(USES).getResultList()) {
            Object[] use = (Object[]) each;
            if (key.equals(use[0]) && !"DRAFT".equals(use[2]) && !names.contains(use[1])) {
              names.add(String.valueOf(use[1]));
            }
          }
          return names;
        });
  }

  /** Whether a step of any series, also of one that is off, sends it as a text message. */
  boolean isTexted(String key) {
    return query.read(
        em ->
            em.createQuery(TEXTED, Long.class)
                    .setParameter("key", key)
                    .setParameter("channel", SmsChannel.KEY)
                    .getSingleResult()
                > 0);
  }

  Optional<MessageTemplate> find(long id) {
    return query.read(
        em ->
            em
                .createQuery(ONE, MessageTemplate.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst());
  }

  /** All languages of one mail. */
  List<MessageTemplate> ofKey(String key) {
    return query.read(
        em ->
            Collections.unmodifiableList(
                em.createQuery(OF_KEY, MessageTemplate.class)
                    .setParameter("key", key)
                    .getResultList()));
  }

  String name(String key, Locale locale) {
    return name(key, query.read(em -> blocks.label(key)), locale);
  }

  private String name(String key, BlockStore.Label label, Locale locale) {
    return label.name.isEmpty() ? words.template(key, locale) : label.name;
  }
}
