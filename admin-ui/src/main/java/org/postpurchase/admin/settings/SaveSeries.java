package org.postpurchase.admin.settings;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.series.EndedRest;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesProblem;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.series.ValidateSeries;
import org.postpurchase.shared.AuditLog;

/**
 * Saves a series. Saving it as active freezes what the merchant has edited, steps and texts too, as
 * the version that people enter from now on; nothing else does. It is refused, with every reason,
 * while anything would keep it from running.
 *
 * <p>It is removed only while nobody is on the way through it, and never while it is active: nobody
 * enters then, so nobody is left behind.
 *
 * <p>The edition goes up by compare-and-set, so of two admins saving at once one is told to look
 * again. Edition, version, moment of switching on and origin cannot be set by a form.
 */
final class SaveSeries extends SaveGrowingSettings<Series> {
  private static final int TEXT_MAX = 255;

  private final Life life;
  private final SeriesProblemText words;
  private final ReadNames names;
  private final Clock clock;

  /** What a series is checked by, frozen by, and who is on the way through it. */
  public static final class Life {
    private final ValidateSeries validate;
    private final PublishSeries publish;
    private final EnrollmentStore enrollments;
    private final ExecutionStore executions;

    public Life(
        ValidateSeries validate,
        PublishSeries publish,
        EnrollmentStore enrollments,
        ExecutionStore executions) {
      this.executions = executions;
      this.validate = validate;
      this.publish = publish;
      this.enrollments = enrollments;
    }
  }

  public SaveSeries(
      AdminAccess access,
      AuditLog audit,
      Life life,
      SeriesProblemText words,
      ReadNames names,
      Clock clock) {
    super(Series.class, SeriesImpl.class, access, audit);
    this.life = life;
    this.words = words;
    this.names = names;
    this.clock = clock;
  }

  @Override
  TypedNames typedNames(Entity posted, Map<String, String> before) {
    return names.takenFrom(posted, NameFields.ORDERS, before);
  }

  @Override
  List<String> numbers() {
    return Arrays.asList("orderNumber", "periodDays");
  }

  @Override
  Change<Series> changing(Series row, Entity posted, EntityManager entities)
      throws StaleFormException {
    RowEdition edition = RowEdition.of(row);
    edition.advance(entities, SettingsForm.value(posted, "edition"));
    return new Edited(row, edition.next(), entities);
  }

  @Override
  Series blank() {
    return new SeriesImpl();
  }

  @Override
  Map<String, String> defaults(Entity posted, EntityManager entities) {
    Map<String, String> defaults = new LinkedHashMap<>(FormDefaults.SERIES);
    SettingsForm.set(posted, "status", SeriesStatus.DRAFT.name());
    SettingsForm.set(posted, "liveVersion", "0");
    SettingsForm.set(posted, "edition", "0");
    return defaults;
  }

  @Override
  Change<Series> adding(Entity posted, EntityManager entities) {
    Series nothing = blank();
    nothing.setLiveVersion(0);
    return new Edited(nothing, 0, entities);
  }

  @Override
  Optional<String> whyNotRemove(Series row, EntityManager entities) {
    if (SeriesStatus.ACTIVE.name().equals(row.getStatus())) {
      return Optional.of("PostPurchase_Problem_SeriesActive");
    }
    if (row.getPresetKey() != null) {
      return Optional.of("PostPurchase_Problem_SeriesShipped");
    }
    return life.enrollments.countActive(row.getId()) == 0
        ? Optional.empty()
        : Optional.of("PostPurchase_Problem_SeriesInside");
  }

  @Override
  void removing(Series row, EntityManager entities) {
    EntitySeriesCatalog.steps(entities, row.getId()).forEach(entities::remove);
    entities.flush();
  }

  /** The series with what no form may set as it was. */
  private final class Edited implements Change<Series> {
    private final int edition;
    private final boolean wasActive;
    private final boolean wasPaused;
    private final boolean isNew;
    private final Long activeSince;
    private final Integer liveVersion;
    private final String presetKey;
    private final EntityManager entities;

    private Edited(Series before, int edition, EntityManager entities) {
      this.edition = edition;
      this.isNew = before.getId() == null;
      this.wasActive = SeriesStatus.ACTIVE.name().equals(before.getStatus());
      this.wasPaused = SeriesStatus.PAUSED.name().equals(before.getStatus());
      this.activeSince = before.getActiveSince();
      this.liveVersion = before.getLiveVersion();
      this.presetKey = before.getPresetKey();
      this.entities = entities;
    }

    @Override
    public void settle(Series row) {
      row.setEdition(edition);
      row.setActiveSince(activeSince);
      row.setLiveVersion(liveVersion);
      row.setPresetKey(presetKey);
      if (isNew) {
        row.setStatus(SeriesStatus.DRAFT.name());
      }
    }

    @Override
    public Map<String, String> problems(Series row) {
      FieldProblems found = new FieldProblems();
      found.choice("status", row.getStatus(), Choice.Status.TYPES);
      found.choice("triggerKey", row.getTriggerKey(), Choice.Trigger.TYPES);
      found.choice("reEntry", row.getReEntry(), Choice.ReEntry.TYPES);
      if (row.getName() == null || row.getName().trim().isEmpty()) {
        found.add("name", "PostPurchase_Series_NO_NAME");
      }
      FieldLimits fields = new FieldLimits(found);
      fields.ids("productIds", row.getProductIds());
      fields.ids("categoryIds", row.getCategoryIds());
      fields.atMost("amounts", row.getAmounts(), TEXT_MAX);
      fields.atMost("countries", row.getCountries(), TEXT_MAX);
      if (found.isEmpty()) {
        life.validate
            .entering(EntitySeriesCatalog.definition(row, Collections.emptyList()))
            .forEach(problem -> found.add(problem.field, words.of(problem)));
      }
      if (found.isEmpty() && isActive(row)) {
        SeriesDefinition draft = draft(row);
        List<SeriesProblem> problems = life.validate.problems(draft);
        if (!problems.isEmpty()) {
          found.add("status", words.together(problems, draft));
        }
      }
      return found.byField();
    }

    @Override
    public void accepted(Series row, String actor) {
      row.setName(row.getName().trim());
      if (!isActive(row)) {
        return;
      }
      row.setLiveVersion(
          life.publish.publish(row.getId(), draft(row), liveVersion == null ? 0 : liveVersion));
      if (!wasActive || activeSince == null) {
        row.setActiveSince(clock.millis());
      }
      if (wasPaused) {
        life.executions.lookAtOnce(EndedRest.ofPause(row.getId()), clock.instant());
      }
    }

    private boolean isActive(Series row) {
      return SeriesStatus.ACTIVE.name().equals(row.getStatus());
    }

    private SeriesDefinition draft(Series row) {
      return EntitySeriesCatalog.definition(
          row, isNew ? Collections.emptyList() : EntitySeriesCatalog.steps(entities, row.getId()));
    }
  }
}
