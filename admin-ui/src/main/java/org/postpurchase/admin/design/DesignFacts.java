package org.postpurchase.admin.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.postpurchase.admin.settings.ChoiceWords;
import org.postpurchase.admin.settings.SeriesProblemText;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.blocks.BlockStore;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.moment.Trigger;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.CompareSeries;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesVersion;
import org.postpurchase.series.StepCounts;
import org.postpurchase.series.Triggers;

/** What the designer shows besides the form: choices, counts and what is not live yet. */
final class DesignFacts {
  private static final String SERIES = "org.postpurchase.broadleaf.entity.Series";
  private static final int REASONS_MOST = 3;

  private final SettingsQuery query;
  private final DesignParts parts;
  private final Triggers triggers;
  private final ChoiceWords choices;
  private final SeriesProblemText problems;
  private final Words words;

  public DesignFacts(
      SettingsQuery query,
      DesignParts parts,
      Triggers triggers,
      ChoiceWords choices,
      SeriesProblemText problems,
      Words words) {
    this.query = query;
    this.parts = parts;
    this.triggers = triggers;
    this.choices = choices;
    this.problems = problems;
    this.words = words;
  }

  Words words() {
    return words;
  }

  /** All series, by name: number, name, status, trigger, steps and how many are inside. */
  List<Map<String, Object>> all() {
    return query.read(
        em -> {
          List<org.postpurchase.broadleaf.entity.Series> rows =
              em.createQuery(
                      "select s from " + SERIES + " s order by s.name, s.id",
                      org.postpurchase.broadleaf.entity.Series.class)
                  .getResultList();
          Map<Long, Long> steps = new HashMap<>();
          for (Object row :
              em.createNativeQuery(
                      "select SERIES_ID, count(*) from PP_SERIES_STEP group by SERIES_ID")
                  .getResultList()) {
            Object[] columns = (Object[]) row;
            steps.put(((Number) columns[0]).longValue(), ((Number) columns[1]).longValue());
          }
          List<Map<String, Object>> all = new ArrayList<>();
          for (org.postpurchase.broadleaf.entity.Series row : rows) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("id", row.getId());
            each.put("name", row.getName());
            each.put("status", row.getStatus());
            each.put("trigger", choices.of("triggerKey", row.getTriggerKey(), row.getTriggerKey()));
            each.put("steps", steps.getOrDefault(row.getId(), 0L));
            each.put("inside", inside(em, row.getId()));
            all.add(each);
          }
          return all;
        });
  }

  /** Counts to 999, so that the list costs the same in every shop. */
  private static String inside(EntityManager em, long series) {
    Object found =
        em.createNativeQuery(
                "select count(*) from (select ENROLLMENT_ID from PP_ENROLLMENT where SERIES_ID ="
                    + " :series and STATE = 'ACTIVE' limit 1000) R")
            .setParameter("series", series)
            .getSingleResult();
    long inside = ((Number) found).longValue();
    return inside > 999 ? "999+" : String.valueOf(inside);
  }

  Map<String, String> triggerChoices() {
    Map<String, String> found = new LinkedHashMap<>();
    triggers.all().forEach(t -> found.put(t.key(), choices.of("triggerKey", t.key(), t.key())));
    return found;
  }

  /** The series as the designer edits it; empty when there is none. */
  Optional<Map<String, Object>> form(long id) {
    return query.read(
        em -> {
          org.postpurchase.broadleaf.entity.Series row =
              em.find(org.postpurchase.broadleaf.entity.SeriesImpl.class, id);
          if (row == null) {
            return Optional.empty();
          }
          Map<String, Object> form = DesignForm.of(row, EntitySeriesCatalog.steps(em, id));
          form.put("edition", row.getEdition());
          return Optional.of(form);
        });
  }

  /** Choices and words for the script of the page. */
  Map<String, Object> setup(Locale locale) {
    Map<String, Object> setup = new LinkedHashMap<>();
    List<Object> all = new ArrayList<>();
    for (Trigger trigger : triggers.all()) {
      Map<String, Object> each =
          choice(trigger.key(), choices.of("triggerKey", trigger.key(), trigger.key()));
      each.put("aboutOrder", trigger.isAboutOrder());
      List<String> anchors = new ArrayList<>();
      for (Anchor anchor : Triggers.anchors(trigger)) {
        anchors.add(anchor.name());
      }
      each.put("anchors", anchors);
      all.add(each);
    }
    setup.put("triggers", all);
    setup.put("anchors", choices("anchor", Choice.Anchor.TYPES));
    setup.put("conditions", choices("conditionType", Choice.Condition.TYPES));
    setup.put("reEntries", choices("reEntry", Choice.ReEntry.TYPES));
    setup.put("purposes", choices("purpose", Choice.Purpose.TYPES));
    setup.put("kinds", choices("stepKind", Choice.StepKind.TYPES));
    setup.put("channels", choices("channel", Choice.Channel.TYPES));
    setup.put("statuses", choices("status", Choice.Status.TYPES));
    setup.put("clicksMeasured", parts.measuresClicks());
    setup.put("templates", templates(locale));
    setup.put("segments", segments());
    Map<String, Object> said = new LinkedHashMap<>();
    for (String word : DesignWords.KEYS) {
      said.put(word, words.of("PostPurchase_Design_" + word, word, locale));
    }
    for (String label : DesignWords.LABELS) {
      said.put(label, words.of(label, label, locale));
    }
    setup.put("words", said);
    return setup;
  }

  private List<Object> choices(String field, Map<String, ?> types) {
    List<Object> all = new ArrayList<>();
    types.keySet().forEach(type -> all.add(choice(type, choices.of(field, type, type))));
    return all;
  }

  private static Map<String, Object> choice(String value, String label) {
    Map<String, Object> each = new LinkedHashMap<>();
    each.put("value", value);
    each.put("label", label);
    return each;
  }

  /** Mails by name; those that were put away are left out of what can be chosen anew. */
  private List<Object> templates(Locale locale) {
    return query.read(
        em -> {
          Map<String, BlockStore.Label> labels = parts.blocks.store.labels();
          List<Object> all = new ArrayList<>();
          for (Object row :
              em.createNativeQuery(
                      "select TEMPLATE_KEY, min(TEMPLATE_ID) from PP_MESSAGE_TEMPLATE group by"
                          + " TEMPLATE_KEY order by TEMPLATE_KEY")
                  .getResultList()) {
            Object[] columns = (Object[]) row;
            String key = String.valueOf(columns[0]);
            BlockStore.Label label = labels.getOrDefault(key, BlockStore.Label.NONE);
            String name = label.name.isEmpty() ? words.template(key, locale) : label.name;
            Map<String, Object> each = choice(key, name);
            each.put("id", columns[1]);
            each.put("archived", label.isArchived());
            all.add(each);
          }
          return all;
        });
  }

  private List<Object> segments() {
    return query.read(
        em -> {
          List<Object> all = new ArrayList<>();
          for (Object row :
              em.createNativeQuery("select SEGMENT_KEY, NAME from PP_SEGMENT order by NAME")
                  .getResultList()) {
            Object[] columns = (Object[]) row;
            all.add(choice(String.valueOf(columns[0]), String.valueOf(columns[1])));
          }
          return all;
        });
  }

  /** By key of the step, in words. */
  Map<String, Object> counts(long id, Locale locale) {
    Map<String, StepCounts> counts = parts.base.transactions.call(() -> parts.counts.of(id));
    Map<String, Object> said = new LinkedHashMap<>();
    counts.forEach(
        (key, count) -> {
          Map<String, Object> each = new LinkedHashMap<>();
          each.put(
              "text",
              count.clicked == 0
                  ? words.filled("PostPurchase_Design_Counts", locale, count.waiting, count.sent)
                  : words.filled(
                      "PostPurchase_Design_CountsClicked",
                      locale,
                      count.waiting,
                      count.sent,
                      count.clicked));
          if (count.waiting > 0) {
            each.put("off", words.filled("PostPurchase_Design_OffWaiting", locale, count.waiting));
            each.put("on", words.filled("PostPurchase_Design_OnWaiting", locale, count.waiting));
          }
          List<String> reasons = new ArrayList<>();
          count.silent.entrySet().stream()
              .limit(REASONS_MOST)
              .forEach(
                  reason ->
                      reasons.add(
                          reason.getValue()
                              + " × "
                              + words.of(
                                  "PostPurchase_Reason_" + reason.getKey(),
                                  reason.getKey(),
                                  locale)));
          each.put("silent", reasons);
          said.put(key, each);
        });
    return said;
  }

  /** What differs between what people enter on and what is saved, in words. */
  List<String> unpublished(Series series, Locale locale) {
    List<String> said = new ArrayList<>();
    Optional<SeriesVersion> live =
        parts.base.transactions.call(
            () -> parts.series.versions.find(series.id, series.liveVersion));
    if (!live.isPresent()) {
      return said;
    }
    for (CompareSeries.Difference d : CompareSeries.of(live.get().definition, series.draft)) {
      Optional<String> whole = DesignWords.ofWholeStep(d);
      if (whole.isPresent()) {
        said.add(words.filled(whole.get(), locale, d.step));
      } else {
        String label = DesignWords.label(d, words, locale);
        said.add(
            words.filled(
                "PostPurchase_Design_Changed",
                locale,
                d.step.isEmpty() ? label : d.step + ": " + label,
                DesignWords.value(d.field, d.before, choices),
                DesignWords.value(d.field, d.after, choices)));
      }
    }
    boolean texts =
        said.isEmpty()
            && query.read(
                em ->
                    parts.series.publish.hasUnpublished(
                        series.id, series.draft, series.liveVersion));
    if (texts) {
      said.add(words.filled("PostPurchase_Design_TextsChanged", locale));
    }
    return said;
  }

  List<Object> problems(SaveDesign.RefusedException refused, Locale locale) {
    return new DesignProblems(problems, words).of(refused, locale);
  }

  List<SeriesStep> steps(long id) {
    return query.read(em -> EntitySeriesCatalog.steps(em, id));
  }
}
