package org.postpurchase.admin.design;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.settings.ChoiceWords;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.series.CompareSeries;

/** How what the designer shows is called. */
final class DesignWords {
  static final List<String> KEYS =
      Collections.unmodifiableList(
          Arrays.asList(
              "AddBranch",
              "AddMail",
              "AddNo",
              "AddYes",
              "ChooseMail",
              "Always",
              "AtOnce",
              "Before",
              "ClicksOff",
              "ClicksOn",
              "Copy",
              "Day",
              "Days",
              "Down",
              "Edit",
              "Ends",
              "Everybody",
              "Gone",
              "Hour",
              "Hours",
              "If",
              "More",
              "Never",
              "NewBranch",
              "NewStep",
              "NoSteps",
              "NoneYet",
              "Nothing",
              "Offer",
              "Only",
              "OrElse",
              "Remove",
              "RemoveNamed",
              "Saving",
              "TimeLine",
              "ToMail",
              "SwitchOff",
              "SwitchOn",
              "Off",
              "OffBranch",
              "OffGoal",
              "OffToo",
              "OffNobody",
              "OnNobody",
              "Unsaved",
              "Up",
              "UseMine",
              "What",
              "When",
              "Who_exitAllReturned",
              "Who_exitOptedOut",
              "Who_exitOrderCancelled",
              "Who_exitOrderedAgain"));
  static final List<String> LABELS =
      Collections.unmodifiableList(
          Arrays.asList(
              "SeriesStep_Name",
              "SeriesStep_Anchor",
              "SeriesStep_DelayDays",
              "SeriesStep_DelayHours",
              "SeriesStep_FallbackDays",
              "SeriesStep_FallbackDaysAbroad",
              "SeriesStep_WindowFrom",
              "SeriesStep_WindowTo",
              "SeriesStep_ValidHours",
              "SeriesStep_TemplateKey",
              "SeriesStep_Purpose",
              "SeriesStep_Channel",
              "SeriesStep_AboutProducts",
              "SeriesStep_ConditionType",
              "SeriesStep_ConditionStep",
              "SeriesStep_WaitsFor",
              "SeriesStep_WaitDays",
              "SeriesStep_Goal",
              "SeriesStep_Off",
              "SeriesStep_SegmentKey",
              "Series_Name",
              "Series_TriggerKey",
              "Series_ReEntry",
              "Series_PeriodDays",
              "Series_Priority",
              "Series_SegmentKey",
              "Series_EndsOn",
              "Series_ExitOrderedAgain",
              "Series_ExitOrderCancelled",
              "Series_ExitAllReturned",
              "Series_ExitOptedOut"));

  /** What the frozen form calls fields whose label has another name. */
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    NAMES.put("trigger", "TriggerKey");
    NAMES.put("period", "PeriodDays");
    NAMES.put("segment", "SegmentKey");
    NAMES.put("template", "TemplateKey");
    NAMES.put("condition", "ConditionType");
    NAMES.put("kind", "StepKind");
    NAMES.put("waitsDays", "WaitDays");
    NAMES.put("only.products", "ProductIds");
    NAMES.put("only.categories", "CategoryIds");
    NAMES.put("only.amounts", "Amounts");
    NAMES.put("only.countries", "Countries");
    NAMES.put("only.number", "OrderNumber");
  }

  private DesignWords() {}

  /** The message about a step that came, went, or was switched; empty for any other difference. */
  static Optional<String> ofWholeStep(CompareSeries.Difference d) {
    if (d.isAdded() || d.isRemoved()) {
      return Optional.of(
          d.isAdded() ? "PostPurchase_Design_StepAdded" : "PostPurchase_Design_StepRemoved");
    }
    return !d.step.isEmpty() && d.field.equals("off")
        ? Optional.of(
            d.after.isEmpty() ? "PostPurchase_Design_StepOn" : "PostPurchase_Design_StepOff")
        : Optional.empty();
  }

  static String label(CompareSeries.Difference d, Words words, Locale locale) {
    if (d.field.equals("exits")) {
      return words.of("Series_Group_Exit", "exits", locale);
    }
    String name =
        NAMES.getOrDefault(
            d.field, d.field.substring(0, 1).toUpperCase(Locale.ROOT) + d.field.substring(1));
    return words.of((d.step.isEmpty() ? "Series_" : "SeriesStep_") + name, d.field, locale);
  }

  /** A choice by its name, everything else as it is. */
  static String value(String field, String value, ChoiceWords choices) {
    if (value.isEmpty()) {
      return "–";
    }
    switch (field) {
      case "trigger":
      case "endsOn":
      case "waitsFor":
        return choices.of("triggerKey", value, value);
      case "anchor":
      case "purpose":
      case "reEntry":
        return choices.of(field, value, value);
      case "condition":
        return choices.of("conditionType", value, value);
      case "kind":
        return choices.of("stepKind", value, value);
      case "template":
        return choices.of("templateKey", value, value);
      default:
        return value;
    }
  }
}
