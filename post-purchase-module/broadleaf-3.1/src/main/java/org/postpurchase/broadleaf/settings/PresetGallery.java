package org.postpurchase.broadleaf.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.series.Triggers;

/**
 * Ready series with their mails, to be looked at and taken as drafts. Only those whose triggers the
 * shop has. Taking one changes no series and no mail that is there.
 */
public final class PresetGallery {
  private static final int NAME_MAX = 100;

  private final SettingsQuery query;
  private final TemplateVersions versions;
  private final String channel;
  private final Triggers triggers;

  public PresetGallery(
      SettingsQuery query, TemplateVersions versions, String channel, Triggers triggers) {
    this.query = query;
    this.versions = versions;
    this.channel = channel;
    this.triggers = triggers;
  }

  /** One ready series. Immutable. */
  public static final class Preset {
    public final String key;
    public final String triggerKey;

    /** In the order of the steps. */
    public final List<Mail> mails;

    Preset(String key, String triggerKey, List<Mail> mails) {
      this.key = key;
      this.triggerKey = triggerKey;
      this.mails = mails;
    }
  }

  /** One mail of a ready series. Immutable. */
  public static final class Mail {
    public final String templateKey;

    /** After what its days count, as {@link org.postpurchase.series.Anchor}. */
    public final String anchor;

    public final int days;
    public final int hours;
    public final boolean advertising;

    Mail(SeriesStep step) {
      templateKey = step.getTemplateKey();
      anchor = step.getAnchor();
      days = step.getDelayDays();
      hours = step.getDelayHours();
      advertising = "MARKETING".equals(step.getPurpose());
    }
  }

  /** In the order in which they are shown. */
  public List<Preset> all() {
    return shipped().values().stream()
        .map(
            s ->
                new Preset(
                    s.row.getPresetKey(),
                    s.row.getTriggerKey(),
                    s.steps.stream().map(Mail::new).collect(Collectors.toList())))
        .collect(Collectors.toList());
  }

  /** Made anew each time, since taking one makes it a row. */
  private Map<String, ShippedSeries> shipped() {
    List<ShippedSeries> all = new ArrayList<>(ShippedSeries.all(channel));
    all.addAll(MoreSeries.all(channel));
    Map<String, ShippedSeries> byKey = new LinkedHashMap<>();
    for (ShippedSeries each : all) {
      if (triggers.find(each.row.getTriggerKey()).isPresent()) {
        byKey.put(each.row.getPresetKey(), each);
      }
    }
    return byKey;
  }

  /** A mail as a shop gets it, whatever this shop has made of it. */
  public MessageTemplate mail(String templateKey, String language) {
    return ShippedTemplates.template(templateKey, language);
  }

  /** The same, for a key of which it is not known whether such a mail is shipped. */
  public Optional<MessageTemplate> shipped(String templateKey, String language) {
    return ShippedTemplates.isThere(templateKey, language)
        ? Optional.of(ShippedTemplates.template(templateKey, language))
        : Optional.empty();
  }

  public List<String> languages() {
    return ShippedTemplates.LOCALES;
  }

  /**
   * Adds the series as a draft of the merchant's own, and its mails where they are missing. Doing
   * it again adds another one. Joins the caller's transaction.
   *
   * @param name for the new series; made different from those that are there
   * @return its id; empty when there is no such preset
   */
  public Optional<Long> use(String key, String name) {
    ShippedSeries fresh = shipped().get(key);
    return fresh == null ? Optional.empty() : Optional.of(query.read(em -> add(em, fresh, name)));
  }

  private long add(EntityManager em, ShippedSeries fresh, String name) {
    em.createNativeQuery(InstallPresets.ONE_AT_A_TIME).executeUpdate();
    Set<String> templates = new LinkedHashSet<>();
    fresh.steps.forEach(step -> templates.add(step.getTemplateKey()));
    for (String template : templates) {
      for (String locale : ShippedTemplates.LOCALES) {
        ShippedTemplates.install(em, versions, template, locale);
      }
    }
    Series row = fresh.row;
    row.setPresetKey(null);
    row.setName(free(em, name));
    em.persist(row);
    fresh.steps.forEach(em::persist);
    em.flush();
    return row.getId();
  }

  private static String free(EntityManager em, String name) {
    String base = name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
    List<?> taken =
        em.createQuery("select s.name from org.postpurchase.broadleaf.entity.Series s")
            .getResultList();
    String free = base;
    for (int i = 2; taken.contains(free); i++) {
      free = base + " (" + i + ")";
    }
    return free;
  }
}
