package org.postpurchase.admin.settings;

import java.util.Map;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.Step;

/** Plain values of one step for the list below the form of its series. */
final class StepRow {
  public final long id;
  private final Step step;

  /** Name of the offer that it gives a code for; empty for none. */
  public final String offer;

  public final String template;
  public final String conditionStep;

  /**
   * @param template what its template is called
   * @param names of all steps of the series, by key
   */
  StepRow(SeriesStep row, String template, Map<String, String> names) {
    id = row.getId();
    this.template = template;
    step = EntitySeriesCatalog.step(row);
    conditionStep = names.getOrDefault(step.conditionStep, step.conditionStep);
    offer = row.getRewardOffer() == null ? "" : row.getRewardOffer().getName();
  }

  public int getPosition() {
    return step.position;
  }

  public String getName() {
    return step.name;
  }

  public String getAnchor() {
    return step.anchor.name();
  }

  /** Whether its days are counted back from the day that it is about. */
  public boolean isBefore() {
    return step.anchor == Anchor.DAY_AHEAD;
  }

  public int getDays() {
    return step.delayDays;
  }

  public int getHours() {
    return step.delayHours;
  }

  public String getPurpose() {
    return step.purpose.name();
  }

  /** Empty when there is none. */
  public String getCondition() {
    return step.condition == ConditionType.ALWAYS ? "" : step.condition.name();
  }
}
