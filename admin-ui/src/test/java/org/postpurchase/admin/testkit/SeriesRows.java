package org.postpurchase.admin.testkit;

import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;

/** Rows as a merchant might have them. */
public final class SeriesRows {
  private SeriesRows() {}

  public static Series series(long id, String status) {
    Series row = new SeriesImpl();
    row.setId(id);
    row.setName("After the order");
    row.setStatus(status);
    row.setTriggerKey("ANY_ORDER");
    row.setReEntry("EACH_ORDER");
    row.setPriority(10);
    row.setExitOptedOut(true);
    row.setLiveVersion(0);
    row.setEdition(7);
    return row;
  }

  public static SeriesStep step(Series series, long id, String key, int position) {
    SeriesStep row = new SeriesStepImpl();
    row.setId(id);
    row.setSeries(series);
    row.setStepKey(key);
    row.setName("Step " + key);
    row.setPosition(position);
    row.setAnchor("SUBMITTED");
    row.setDelayDays(1);
    row.setDelayHours(0);
    row.setFallbackDays(7);
    row.setFallbackDaysAbroad(21);
    row.setValidHours(0);
    row.setTemplateKey("thank-you");
    row.setPurpose("TRANSACTIONAL");
    row.setChannel("EMAIL");
    row.setAboutProducts(false);
    row.setConditionType("ALWAYS");
    row.setRewardValidDays(0);
    return row;
  }

  public static SeriesStep onlyIfSent(SeriesStep step, String other) {
    step.setConditionType("STEP_SENT");
    step.setConditionStep(other);
    return step;
  }
}
