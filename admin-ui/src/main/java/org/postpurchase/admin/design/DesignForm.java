package org.postpurchase.admin.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.PlainJson;
import org.postpurchase.shared.json.JsonModule;

/**
 * A series with its steps as the designer edits it: texts by name. What the designer does not show,
 * such as which goods a step is for, stays on the rows.
 */
final class DesignForm {
  private static final JsonReader JSON = JsonModule.reader();

  final Map<?, ?> series;
  final List<Map<?, ?>> steps;

  private DesignForm(Map<?, ?> series, List<Map<?, ?>> steps) {
    this.series = series;
    this.steps = steps;
  }

  /**
   * @throws org.postpurchase.shared.UnreadableJsonException when it is not what the designer sends
   */
  static DesignForm of(String json) {
    Object read = PlainJson.texts(JSON.read(json));
    Map<?, ?> whole = read instanceof Map ? (Map<?, ?>) read : new LinkedHashMap<>();
    Object series = whole.get("series");
    return new DesignForm(
        series instanceof Map ? (Map<?, ?>) series : new LinkedHashMap<>(),
        PlainJson.objects(whole, "steps"));
  }

  static Map<String, Object> of(Series row, List<SeriesStep> steps) {
    Map<String, Object> series = new LinkedHashMap<>();
    series.put("name", text(row.getName()));
    series.put("status", text(row.getStatus()));
    series.put("trigger", text(row.getTriggerKey()));
    series.put("reEntry", text(row.getReEntry()));
    series.put("periodDays", text(row.getPeriodDays()));
    series.put("priority", text(row.getPriority()));
    series.put("segment", text(row.getSegmentKey()));
    series.put("endsOn", text(row.getEndsOn()));
    series.put("exitOrderedAgain", text(row.getExitOrderedAgain()));
    series.put("exitOrderCancelled", text(row.getExitOrderCancelled()));
    series.put("exitAllReturned", text(row.getExitAllReturned()));
    series.put("exitOptedOut", text(row.getExitOptedOut()));
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("series", series);
    List<Object> all = new ArrayList<>();
    steps.forEach(step -> all.add(step(step)));
    whole.put("steps", all);
    return whole;
  }

  private static Map<String, Object> step(SeriesStep row) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("id", text(row.getId()));
    step.put("key", text(row.getStepKey()));
    step.put("name", text(row.getName()));
    step.put("kind", row.getStepKind() == null ? "MESSAGE" : row.getStepKind());
    step.put("anchor", text(row.getAnchor()));
    step.put("delayDays", text(row.getDelayDays()));
    step.put("delayHours", text(row.getDelayHours()));
    step.put("fallbackDays", text(row.getFallbackDays()));
    step.put("fallbackDaysAbroad", text(row.getFallbackDaysAbroad()));
    step.put("windowFrom", text(row.getWindowFrom()));
    step.put("windowTo", text(row.getWindowTo()));
    step.put("validHours", text(row.getValidHours()));
    step.put("channel", text(row.getChannel()));
    step.put("purpose", text(row.getPurpose()));
    step.put("template", text(row.getTemplateKey()));
    step.put("aboutProducts", text(row.getAboutProducts()));
    step.put("condition", text(row.getConditionType()));
    step.put("conditionStep", text(row.getConditionStep()));
    step.put("waitsFor", text(row.getWaitsFor()));
    step.put("waitDays", text(row.getWaitDays()));
    step.put("goal", text(row.getGoal()));
    step.put("off", text(row.getOff()));
    step.put("segment", text(row.getSegmentKey()));
    step.put("offer", row.getRewardOffer() == null ? "" : text(row.getRewardOffer().getName()));
    step.put("only", only(row));
    return step;
  }

  /** What limits it to some orders, as it is stored; empty for nothing. */
  private static String only(SeriesStep row) {
    StringJoiner only = new StringJoiner("; ");
    for (Object each :
        new Object[] {
          row.getProductIds(),
          row.getCategoryIds(),
          row.getAmounts(),
          row.getCountries(),
          row.getOrderNumber()
        }) {
      if (!text(each).isEmpty() && !"0".equals(text(each))) {
        only.add(text(each));
      }
    }
    return only.toString();
  }

  static String text(Object value) {
    return value == null ? "" : value.toString().trim();
  }

  /** Puts what was typed on the row of the series; whether it is on is for others to say. */
  static void onto(Series row, Map<?, ?> form) {
    row.setName(PlainJson.text(form, "name").trim());
    row.setTriggerKey(PlainJson.text(form, "trigger"));
    row.setReEntry(PlainJson.text(form, "reEntry"));
    row.setPeriodDays(number(form, "periodDays"));
    Integer priority = number(form, "priority");
    row.setPriority(priority == null ? 0 : priority);
    row.setSegmentKey(orNull(form, "segment"));
    row.setEndsOn(orNull(form, "endsOn"));
    row.setExitOrderedAgain(is(form, "exitOrderedAgain"));
    row.setExitOrderCancelled(is(form, "exitOrderCancelled"));
    row.setExitAllReturned(is(form, "exitAllReturned"));
    row.setExitOptedOut(is(form, "exitOptedOut"));
  }

  static void onto(SeriesStep row, Map<?, ?> form) {
    boolean branch = "BRANCH".equals(PlainJson.text(form, "kind"));
    row.setName(PlainJson.text(form, "name").trim());
    row.setStepKind(branch ? "BRANCH" : "MESSAGE");
    row.setAnchor(PlainJson.text(form, "anchor"));
    row.setDelayDays(orZero(form, "delayDays"));
    row.setDelayHours(orZero(form, "delayHours"));
    row.setFallbackDays(orZero(form, "fallbackDays"));
    row.setFallbackDaysAbroad(orZero(form, "fallbackDaysAbroad"));
    row.setWindowFrom(orNull(form, "windowFrom"));
    row.setWindowTo(orNull(form, "windowTo"));
    row.setValidHours(orZero(form, "validHours"));
    row.setChannel(PlainJson.text(form, "channel"));
    row.setPurpose(PlainJson.text(form, "purpose"));
    row.setTemplateKey(branch ? "none" : PlainJson.text(form, "template"));
    row.setAboutProducts(is(form, "aboutProducts"));
    row.setConditionType(PlainJson.text(form, "condition"));
    row.setConditionStep(orNull(form, "conditionStep"));
    row.setWaitsFor(orNull(form, "waitsFor"));
    row.setWaitDays(number(form, "waitDays"));
    row.setGoal(is(form, "goal"));
    row.setOff(is(form, "off"));
    row.setSegmentKey(orNull(form, "segment"));
  }

  private static boolean is(Map<?, ?> form, String name) {
    return "true".equals(PlainJson.text(form, name));
  }

  private static String orNull(Map<?, ?> form, String name) {
    String text = PlainJson.text(form, name).trim();
    return text.isEmpty() ? null : text;
  }

  private static int orZero(Map<?, ?> form, String name) {
    Integer number = number(form, name);
    return number == null ? 0 : number;
  }

  /** Null for none; -1 for what is no whole number, which every check refuses. */
  private static Integer number(Map<?, ?> form, String name) {
    String text = PlainJson.text(form, name).trim();
    if (text.isEmpty()) {
      return null;
    }
    return text.matches("-?\\d{1,8}") ? Integer.valueOf(text) : Integer.valueOf(-1);
  }
}
