package org.postpurchase.admin.design;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.series.EndedRest;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesProblem;
import org.postpurchase.series.Step;
import org.postpurchase.series.Triggers;
import org.postpurchase.shared.PlainJson;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Saves a series with all its steps in one transaction, or nothing of it. Needs UPDATE on {@link
 * Series} and on {@link SeriesStep}. The edition that the designer began with is compared and set
 * first: of two who save at once, the second one is told. Saving as active freezes the version that
 * people enter from then on, as the form of the series does.
 */
final class SaveDesign {
  private static final String EDITION =
      "update PP_SERIES set EDITION = :next where SERIES_ID = :id and EDITION = :seen";

  private final AdminAccess access;
  private final SettingsQuery query;
  private final DesignParts parts;
  private final DesignChecks checks;
  private final Clock clock;

  public SaveDesign(AdminAccess access, SettingsQuery query, DesignParts parts, Triggers triggers) {
    this.access = access;
    this.query = query;
    this.parts = parts;
    checks = new DesignChecks(parts, triggers);
    clock = parts.base.clock;
  }

  /** The design cannot be saved as it is; nothing was changed. */
  static final class RefusedException extends PostPurchaseException {
    final transient List<SeriesProblem> problems;
    final transient List<Step> steps;

    /** Field and choice that is none; empty unless that is the reason. */
    final String choice;

    RefusedException(List<SeriesProblem> problems, List<Step> steps, String choice) {
      super("The series cannot be saved as it is: " + problems + choice);
      this.problems = problems;
      this.steps = steps;
      this.choice = choice;
    }
  }

  /**
   * @param status DRAFT, ACTIVE or PAUSED
   * @return the new edition; empty when somebody else has saved meanwhile, or it is gone
   * @throws RefusedException with everything that is wrong
   */
  Optional<Integer> save(long id, int seen, String status, DesignForm form)
      throws SecurityServiceException {
    String subject = "series " + id;
    access.require(Series.class, EntityOperationType.UPDATE, "design series", subject);
    access.require(SeriesStep.class, EntityOperationType.UPDATE, "design series", subject);
    String actor = access.actor();
    return query.read(
        em -> {
          int won =
              em.createNativeQuery(EDITION)
                  .setParameter("next", seen + 1)
                  .setParameter("id", id)
                  .setParameter("seen", seen)
                  .executeUpdate();
          Series row = em.find(SeriesImpl.class, id);
          if (won != 1 || row == null) {
            return Optional.empty();
          }
          em.refresh(row);
          String before = row.getStatus();
          DesignForm.onto(row, form.series);
          List<SeriesStep> gone = new ArrayList<>();
          List<SeriesStep> steps = steps(em, row, form, gone);
          refuseUnknown(row, status, steps);
          SeriesDefinition draft = EntitySeriesCatalog.definition(row, steps);
          refuse(draft, "ACTIVE".equals(status));
          if ("ACTIVE".equals(status)) {
            int live = row.getLiveVersion() == null ? 0 : row.getLiveVersion();
            row.setLiveVersion(parts.series.publish.publish(id, draft, live));
            if (!"ACTIVE".equals(before) || row.getActiveSince() == null) {
              row.setActiveSince(clock.millis());
            }
          }
          row.setStatus(status);
          if ("PAUSED".equals(before) && "ACTIVE".equals(status)) {
            parts.series.executions.lookAtOnce(EndedRest.ofPause(id), clock.instant());
          }
          gone.forEach(em::remove);
          steps.stream().filter(step -> step.getId() == null).forEach(em::persist);
          em.flush();
          parts.base.audit.done(
              actor,
              "design series",
              subject,
              "status " + before + " → " + status + ", steps " + steps.size());
          return Optional.of(seen + 1);
        });
  }

  /** The rows in the order of the form; those that are not in it any more come to {@code gone}. */
  private static List<SeriesStep> steps(
      EntityManager em, Series series, DesignForm form, List<SeriesStep> gone) {
    Map<String, SeriesStep> known = new HashMap<>();
    for (SeriesStep step : EntitySeriesCatalog.steps(em, series.getId())) {
      em.refresh(step);
      known.put(String.valueOf(step.getId()), step);
    }
    Map<String, SeriesStep> left = new HashMap<>(known);
    List<SeriesStep> steps = new ArrayList<>();
    for (Map<?, ?> each : form.steps) {
      SeriesStep row = left.remove(PlainJson.text(each, "id"));
      if (row == null) {
        row = fresh(series, each, known.get(PlainJson.text(each, "copyOf")));
      }
      DesignForm.onto(row, each);
      row.setPosition(steps.size() + 1);
      steps.add(row);
    }
    gone.addAll(left.values());
    return steps;
  }

  /** A new row; a duplicate brings along what the designer does not show. */
  private static SeriesStep fresh(Series series, Map<?, ?> form, SeriesStep copied) {
    SeriesStep row = new SeriesStepImpl();
    row.setSeries(series);
    row.setStepKey(PlainJson.text(form, "key"));
    row.setRewardValidDays(0);
    if (copied != null) {
      row.setRewardOffer(copied.getRewardOffer());
      row.setRewardValidDays(copied.getRewardValidDays());
      row.setProductIds(copied.getProductIds());
      row.setCategoryIds(copied.getCategoryIds());
      row.setAmounts(copied.getAmounts());
      row.setCountries(copied.getCountries());
      row.setOrderNumber(copied.getOrderNumber());
    }
    return row;
  }

  /** What only a forged or an outdated page can send. */
  private static void refuseUnknown(Series row, String status, List<SeriesStep> steps) {
    choice("status", status, Choice.Status.TYPES);
    choice("reEntry", row.getReEntry(), Choice.ReEntry.TYPES);
    for (SeriesStep step : steps) {
      choice("anchor", step.getAnchor(), Choice.Anchor.TYPES);
      choice("purpose", step.getPurpose(), Choice.Purpose.TYPES);
      choice("conditionType", step.getConditionType(), Choice.Condition.TYPES);
      for (String time : new String[] {step.getWindowFrom(), step.getWindowTo()}) {
        if (time != null && !time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
          throw new RefusedException(
              Collections.emptyList(), Collections.emptyList(), "window " + time);
        }
      }
    }
  }

  private static void choice(String field, String value, Map<String, ?> types) {
    if (value == null || !types.containsKey(value)) {
      throw new RefusedException(
          Collections.emptyList(), Collections.emptyList(), field + " " + value);
    }
  }

  /** A draft may not run yet, but each of its steps must make sense, as in the form of a step. */
  private void refuse(SeriesDefinition draft, boolean toRun) {
    List<SeriesProblem> problems = checks.of(draft, toRun);
    if (!problems.isEmpty()) {
      throw new RefusedException(problems, draft.steps, "");
    }
  }

  /** A new draft with a name and what it begins with. */
  long add(String name, String trigger) throws SecurityServiceException {
    access.require(Series.class, EntityOperationType.ADD, "add series", "series");
    String actor = access.actor();
    return query.read(
        em -> {
          Series row = new SeriesImpl();
          row.setName(name);
          row.setTriggerKey(trigger);
          row.setStatus("DRAFT");
          row.setReEntry("WHEN_FINISHED");
          row.setPriority(50);
          row.setExitOrderedAgain(false);
          row.setExitOrderCancelled(true);
          row.setExitAllReturned(true);
          row.setExitOptedOut(true);
          row.setLiveVersion(0);
          row.setEdition(1);
          em.persist(row);
          em.flush();
          parts.base.audit.done(actor, "add series", "series " + row.getId(), name);
          return row.getId();
        });
  }
}
