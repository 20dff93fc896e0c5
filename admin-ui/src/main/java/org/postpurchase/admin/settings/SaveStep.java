package org.postpurchase.admin.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.messaging.Channels;
import org.postpurchase.moment.Trigger;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.CheckSteps;
import org.postpurchase.series.CheckWays;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.SeriesProblem;
import org.postpurchase.series.Step;
import org.postpurchase.series.StepKind;
import org.postpurchase.series.Triggers;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Purpose;

/**
 * Saves a step. That changes the merchant's draft only: people run on what was frozen when the
 * series was saved as active.
 *
 * <p>A step that makes no sense, alone or with the others of its series, is refused; what was wrong
 * with another step before is no reason. Series and key of a step are fixed once it is there,
 * because what happened is stored under them.
 */
final class SaveStep extends SaveGrowingSettings<SeriesStep> {
  private static final Set<String> NAMES_NO_STEP =
      Arrays.stream(ConditionType.values())
          .filter(type -> !type.namesStep())
          .map(Enum::name)
          .collect(Collectors.toSet());

  /** Stands where a step that sends nothing would name one. */
  private static final String NO_TEMPLATE = "none";

  private static final String SERIES =
      "select s from org.postpurchase.broadleaf.entity.Series s where s.id = :id";

  private final SeriesProblemText words;
  private final Triggers triggers;
  private final Channels channels;
  private final ReadNames names;

  public SaveStep(
      AdminAccess access,
      AuditLog audit,
      SeriesProblemText words,
      Triggers triggers,
      Channels channels,
      ReadNames names) {
    super(SeriesStep.class, SeriesStepImpl.class, access, audit);
    this.triggers = triggers;
    this.channels = channels;
    this.names = names;
    this.words = words;
  }

  @Override
  TypedNames typedNames(Entity posted, Map<String, String> before) {
    return names.takenFrom(posted, NameFields.ORDERS, before);
  }

  @Override
  List<String> numbers() {
    return Arrays.asList("orderNumber", "waitDays");
  }

  @Override
  Change<SeriesStep> changing(SeriesStep row, Entity posted, EntityManager entities)
      throws StaleFormException {
    Series series = row.getSeries();
    RowEdition.of(series)
        .advance(entities, SettingsForm.value(posted, SettingsForm.SERIES_EDITION));
    List<Step> before = steps(EntitySeriesCatalog.steps(entities, series.getId()));
    return new Edited(series, row.getStepKey(), before, entities);
  }

  @Override
  SeriesStep blank() {
    return new SeriesStepImpl();
  }

  @Override
  Map<String, String> defaults(Entity posted, EntityManager entities) {
    Map<String, String> defaults = new LinkedHashMap<>(FormDefaults.step());
    defaults.put("stepKey", keyFrom(SettingsForm.value(posted, "name").orElse("")));
    if (StepKind.BRANCH.name().equals(SettingsForm.value(posted, "stepKind").orElse(""))) {
      defaults.put("templateKey", NO_TEMPLATE);
    }
    int last = 0;
    for (SeriesStep step : series(posted, entities).map(s -> of(s, entities)).orElse(none())) {
      last = Math.max(last, step.getPosition() == null ? 0 : step.getPosition());
    }
    defaults.put("position", String.valueOf(last + 1));
    series(posted, entities)
        .flatMap(this::trigger)
        .filter(trigger -> !trigger.isAboutOrder())
        .ifPresent(
            t -> {
              Set<Anchor> anchors = Triggers.anchors(t);
              boolean ahead = anchors.contains(Anchor.DAY_AHEAD);
              defaults.put("anchor", (ahead ? Anchor.DAY_AHEAD : Anchor.HAPPENED).name());
              defaults.put("purpose", Purpose.TRANSACTIONAL.name());
            });
    return defaults;
  }

  @Override
  Change<SeriesStep> adding(Entity posted, EntityManager entities) throws StaleFormException {
    Series series = series(posted, entities).orElse(null);
    if (series == null) {
      return new Edited(null, null, Collections.emptyList(), entities);
    }
    RowEdition.of(series).advance(entities, Optional.empty());
    return new Edited(series, null, steps(of(series, entities)), entities);
  }

  @Override
  Optional<String> whyNotRemove(SeriesStep row, EntityManager entities) {
    boolean named =
        of(row.getSeries(), entities).stream()
            .filter(other -> !other.getId().equals(row.getId()))
            .filter(other -> !NAMES_NO_STEP.contains(other.getConditionType()))
            .anyMatch(other -> row.getStepKey().equals(other.getConditionStep()));
    return named ? Optional.of("PostPurchase_Problem_StepNamed") : Optional.empty();
  }

  @Override
  void removing(SeriesStep row, EntityManager entities) throws StaleFormException {
    RowEdition.of(row.getSeries()).advance(entities, Optional.empty());
  }

  private static Optional<Series> series(Entity posted, EntityManager entities) {
    String id = SettingsForm.value(posted, "series").orElse("").trim();
    if (!id.matches("-?\\d{1,18}")) {
      return Optional.empty();
    }
    return entities
        .createQuery(SERIES, Series.class)
        .setParameter("id", Long.valueOf(id))
        .getResultList()
        .stream()
        .findFirst();
  }

  /** What the series begins with; empty when it is none of the choices. */
  private Optional<Trigger> trigger(Series series) {
    return triggers.find(series.getTriggerKey());
  }

  private static List<SeriesStep> of(Series series, EntityManager entities) {
    return EntitySeriesCatalog.steps(entities, series.getId());
  }

  private static List<SeriesStep> none() {
    return Collections.emptyList();
  }

  private static List<Step> steps(List<SeriesStep> rows) {
    return rows.stream().map(EntitySeriesCatalog::step).collect(Collectors.toList());
  }

  private static String place(SeriesProblem problem) {
    return problem.stepKey + "." + problem.field + " " + problem.code;
  }

  /** A short name made of a name, for merchants who do not care. */
  static String keyFrom(String name) {
    String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    key = key.substring(0, Math.min(key.length(), 40)).replaceAll("^-+|-+$", "");
    return key.isEmpty() ? "step" : key;
  }

  /** The step as the form has it, among the others as they are stored. */
  private final class Edited implements Change<SeriesStep> {
    private final Series series;
    private final String key;
    private final List<Step> before;
    private final EntityManager entities;

    private Edited(Series series, String key, List<Step> before, EntityManager entities) {
      this.series = series;
      this.key = key;
      this.before = before;
      this.entities = entities;
    }

    @Override
    public void settle(SeriesStep row) {
      row.setSeries(series);
      row.setStepKey(key == null && row.getStepKey() != null ? row.getStepKey().trim() : key);
      row.setWindowFrom(StepFields.time(row.getWindowFrom()));
      row.setWindowTo(StepFields.time(row.getWindowTo()));
      if (NAMES_NO_STEP.contains(row.getConditionType())) {
        row.setConditionStep(null);
      }
    }

    @Override
    public Map<String, String> problems(SeriesStep row) {
      FieldProblems found = StepFields.problems(row);
      if (!found.isEmpty()) {
        return found.byField();
      }
      Step step = EntitySeriesCatalog.step(row);
      CheckSteps.alone(step, channels).forEach(p -> found.add(p.field, words.of(p)));
      CheckWays.waiting(step, triggers).forEach(p -> found.add(p.field, words.of(p)));
      trigger(series)
          .ifPresent(t -> CheckSteps.under(t, step).forEach(p -> found.add(p.field, words.of(p))));
      List<Step> after = new ArrayList<>(others(row));
      after.add(step);
      List<String> known =
          CheckSteps.together(before).stream().map(SaveStep::place).collect(Collectors.toList());
      for (SeriesProblem problem : CheckSteps.together(after)) {
        if (problem.stepKey.equals(step.key)) {
          found.add(problem.field, words.of(problem));
        } else if (!known.contains(place(problem))) {
          found.add(StepFields.behind(problem.code), words.named(problem, after));
        }
      }
      return found.byField();
    }

    private List<Step> others(SeriesStep row) {
      return of(series, entities).stream()
          .filter(other -> !other.getId().equals(row.getId()))
          .map(EntitySeriesCatalog::step)
          .collect(Collectors.toList());
    }
  }
}
