package org.postpurchase.admin.settings;

import java.util.regex.Pattern;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.series.SeriesProblem;

/** What can be wrong with the form of a step before it means anything. */
final class StepFields {
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  private static final int TEXT_MAX = 255;

  private StepFields() {}

  /** The time as it is stored: two digits each, or null for none. */
  static String time(String typed) {
    String text = typed == null ? "" : typed.trim();
    if (text.isEmpty()) {
      return null;
    }
    return text.matches("\\d:\\d\\d") ? "0" + text : text;
  }

  static FieldProblems problems(SeriesStep row) {
    FieldProblems found = new FieldProblems();
    if (row.getSeries() == null) {
      found.add("series", "PostPurchase_Problem_NoSeries");
    }
    found.choice("anchor", row.getAnchor(), Choice.Anchor.TYPES);
    found.choice("purpose", row.getPurpose(), Choice.Purpose.TYPES);
    found.choice("channel", row.getChannel(), Choice.Channel.TYPES);
    found.choice("conditionType", row.getConditionType(), Choice.Condition.TYPES);
    if (row.getStepKind() != null) {
      found.choice("stepKind", row.getStepKind(), Choice.StepKind.TYPES);
    }
    FieldLimits fields = new FieldLimits(found);
    fields.ids("productIds", row.getProductIds());
    fields.ids("categoryIds", row.getCategoryIds());
    fields.atMost("amounts", row.getAmounts(), TEXT_MAX);
    fields.atMost("countries", row.getCountries(), TEXT_MAX);
    time(found, "windowFrom", row.getWindowFrom());
    time(found, "windowTo", row.getWindowTo());
    return found;
  }

  private static void time(FieldProblems found, String field, String value) {
    if (value != null && !TIME.matcher(value).matches()) {
      found.add(field, "PostPurchase_Problem_Time");
    }
  }

  /** The field of this step that brings such a problem upon another one. */
  static String behind(SeriesProblem.Code code) {
    switch (code) {
      case CONDITION_CYCLE:
        return "conditionStep";
      case CONDITION_LATER:
        return "position";
      case CONDITION_WITHOUT_BRANCH:
        return "stepKind";
      case CONDITION_WITHOUT_REWARD:
        return "rewardOffer";
      case CONDITION_WITHOUT_CLICKS:
        return "purpose";
      default:
        return "stepKey";
    }
  }
}
