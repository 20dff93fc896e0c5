package org.postpurchase.admin.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.postpurchase.admin.transfer.Fields;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.portable.PortableNode;

/** A series with its steps as it stands in a file. Numbers of 0 and a no are left out. */
final class SeriesContent {
  private static final String[] SERIES = {
    "key",
    "name",
    "trigger",
    "reEntry",
    "periodDays",
    "priority",
    "segment",
    "endsOn",
    "exitOrderedAgain",
    "exitOrderCancelled",
    "exitAllReturned",
    "exitOptedOut",
    "productIds",
    "categoryIds",
    "amounts",
    "countries",
    "orderNumber",
    "steps"
  };
  private static final String[] STEP = {
    "key",
    "name",
    "kind",
    "anchor",
    "delayDays",
    "delayHours",
    "fallbackDays",
    "fallbackDaysAbroad",
    "windowFrom",
    "windowTo",
    "validHours",
    "channel",
    "purpose",
    "template",
    "aboutProducts",
    "condition",
    "conditionStep",
    "waitsFor",
    "waitDays",
    "goal",
    "switchedOff",
    "segment",
    "offer",
    "offerDays",
    "productIds",
    "categoryIds",
    "amounts",
    "countries",
    "orderNumber"
  };
  private static final String[] NUMBERS = {
    "delayDays",
    "delayHours",
    "fallbackDays",
    "fallbackDaysAbroad",
    "validHours",
    "waitDays",
    "offerDays",
    "orderNumber"
  };

  private SeriesContent() {}

  static PortableNode of(String key, Series row, List<SeriesStep> steps) {
    List<PortableNode> parts = new ArrayList<>();
    steps.forEach(step -> parts.add(step(step)));
    return new PortableNode.Builder()
        .put("key", key)
        .put("name", row.getName())
        .put("trigger", row.getTriggerKey())
        .put("reEntry", row.getReEntry())
        .put("periodDays", number(row.getPeriodDays()))
        .put("priority", number(row.getPriority()))
        .put("segment", row.getSegmentKey())
        .put("endsOn", row.getEndsOn())
        .put("exitOrderedAgain", yes(row.getExitOrderedAgain()))
        .put("exitOrderCancelled", yes(row.getExitOrderCancelled()))
        .put("exitAllReturned", yes(row.getExitAllReturned()))
        .put("exitOptedOut", yes(row.getExitOptedOut()))
        .put("productIds", row.getProductIds())
        .put("categoryIds", row.getCategoryIds())
        .put("amounts", row.getAmounts())
        .put("countries", row.getCountries())
        .put("orderNumber", number(row.getOrderNumber()))
        .put("steps", PortableNode.list(parts, 0))
        .build();
  }

  private static PortableNode step(SeriesStep row) {
    boolean branch = "BRANCH".equals(row.getStepKind());
    return new PortableNode.Builder()
        .put("key", row.getStepKey())
        .put("name", row.getName())
        .put("kind", branch ? "BRANCH" : "")
        .put("anchor", row.getAnchor())
        .put("delayDays", number(row.getDelayDays()))
        .put("delayHours", number(row.getDelayHours()))
        .put("fallbackDays", number(row.getFallbackDays()))
        .put("fallbackDaysAbroad", number(row.getFallbackDaysAbroad()))
        .put("windowFrom", row.getWindowFrom())
        .put("windowTo", row.getWindowTo())
        .put("validHours", number(row.getValidHours()))
        .put("channel", row.getChannel())
        .put("purpose", row.getPurpose())
        .put("template", branch ? "" : row.getTemplateKey())
        .put("aboutProducts", yes(row.getAboutProducts()))
        .put("condition", row.getConditionType())
        .put("conditionStep", row.getConditionStep())
        .put("waitsFor", row.getWaitsFor())
        .put("waitDays", number(row.getWaitDays()))
        .put("goal", yes(row.getGoal()))
        .put("switchedOff", yes(row.getOff()))
        .put("segment", row.getSegmentKey())
        .put("offer", row.getRewardOffer() == null ? "" : row.getRewardOffer().getName())
        .put("offerDays", number(row.getRewardValidDays()))
        .put("productIds", row.getProductIds())
        .put("categoryIds", row.getCategoryIds())
        .put("amounts", row.getAmounts())
        .put("countries", row.getCountries())
        .put("orderNumber", number(row.getOrderNumber()))
        .build();
  }

  private static Object number(Integer value) {
    return value == null || value == 0 ? "" : value;
  }

  private static Object yes(Boolean value) {
    return Boolean.TRUE.equals(value) ? "true" : "";
  }

  /** What only a file can get wrong; whether the series makes sense is another question. */
  static void check(Fields fields, PortableNode node) {
    fields.only(node, SERIES);
    fields.required(node, "name", 120);
    fields.required(node, "trigger", 30);
    choice(fields, node, "reEntry", Choice.ReEntry.TYPES);
    fields.number(node, "periodDays", "priority", "orderNumber");
    fields.yesOrNo(
        node, "exitOrderedAgain", "exitOrderCancelled", "exitAllReturned", "exitOptedOut");
    filters(fields, node);
    fields.text(node, "endsOn", 30);
    for (PortableNode step : node.field("steps").items) {
      fields.only(step, STEP);
      fields.required(step, "key", 40);
      fields.required(step, "name", 120);
      choice(fields, step, "anchor", Choice.Anchor.TYPES);
      choice(fields, step, "purpose", Choice.Purpose.TYPES);
      choice(fields, step, "condition", Choice.Condition.TYPES);
      fields.required(step, "channel", 10);
      fields.text(step, "template", 60);
      fields.text(step, "conditionStep", 40);
      fields.text(step, "waitsFor", 30);
      fields.number(step, NUMBERS);
      fields.yesOrNo(step, "aboutProducts", "goal", "switchedOff");
      filters(fields, step);
      for (String time : new String[] {"windowFrom", "windowTo"}) {
        if (!step.textOf(time).matches("|([01]\\d|2[0-3]):[0-5]\\d")) {
          fields.problem(step.field(time), "PostPurchase_Transfer_NoTime", time, step.field(time));
        }
      }
    }
  }

  private static void filters(Fields fields, PortableNode node) {
    fields.text(node, "segment", 60);
    fields.text(node, "productIds", 1000);
    fields.text(node, "categoryIds", 1000);
    fields.text(node, "amounts", 255);
    fields.text(node, "countries", 255);
  }

  private static void choice(Fields fields, PortableNode node, String name, Map<String, ?> types) {
    if (!types.containsKey(node.textOf(name))) {
      PortableNode at = node.field(name).isEmpty() ? node : node.field(name);
      fields.problem(
          at,
          "PostPurchase_Transfer_NoChoice",
          name,
          node.field(name),
          String.join(", ", types.keySet()));
    }
  }

  static void onto(Series row, PortableNode node) {
    row.setName(node.textOf("name"));
    row.setTriggerKey(node.textOf("trigger"));
    row.setReEntry(node.textOf("reEntry"));
    row.setPeriodDays(Fields.number(node, "periodDays"));
    row.setPriority(Fields.orZero(node, "priority"));
    row.setSegmentKey(Fields.orNull(node, "segment"));
    row.setEndsOn(Fields.orNull(node, "endsOn"));
    row.setExitOrderedAgain(Fields.is(node, "exitOrderedAgain"));
    row.setExitOrderCancelled(Fields.is(node, "exitOrderCancelled"));
    row.setExitAllReturned(Fields.is(node, "exitAllReturned"));
    row.setExitOptedOut(Fields.is(node, "exitOptedOut"));
    row.setProductIds(Fields.orNull(node, "productIds"));
    row.setCategoryIds(Fields.orNull(node, "categoryIds"));
    row.setAmounts(Fields.orNull(node, "amounts"));
    row.setCountries(Fields.orNull(node, "countries"));
    row.setOrderNumber(Fields.number(node, "orderNumber"));
  }

  static void onto(SeriesStep row, PortableNode node, Optional<Offer> offer, int position) {
    boolean branch = "BRANCH".equals(node.textOf("kind"));
    row.setPosition(position);
    row.setStepKey(node.textOf("key"));
    row.setName(node.textOf("name"));
    row.setStepKind(branch ? "BRANCH" : "MESSAGE");
    row.setAnchor(node.textOf("anchor"));
    row.setDelayDays(Fields.orZero(node, "delayDays"));
    row.setDelayHours(Fields.orZero(node, "delayHours"));
    row.setFallbackDays(Fields.orZero(node, "fallbackDays"));
    row.setFallbackDaysAbroad(Fields.orZero(node, "fallbackDaysAbroad"));
    row.setWindowFrom(Fields.orNull(node, "windowFrom"));
    row.setWindowTo(Fields.orNull(node, "windowTo"));
    row.setValidHours(Fields.orZero(node, "validHours"));
    row.setChannel(node.textOf("channel"));
    row.setPurpose(node.textOf("purpose"));
    row.setTemplateKey(branch ? "none" : node.textOf("template"));
    row.setAboutProducts(Fields.is(node, "aboutProducts"));
    row.setConditionType(node.textOf("condition"));
    row.setConditionStep(Fields.orNull(node, "conditionStep"));
    row.setWaitsFor(Fields.orNull(node, "waitsFor"));
    row.setWaitDays(Fields.number(node, "waitDays"));
    row.setGoal(Fields.is(node, "goal"));
    row.setOff(Fields.is(node, "switchedOff"));
    row.setSegmentKey(Fields.orNull(node, "segment"));
    row.setRewardOffer(offer.orElse(null));
    row.setRewardValidDays(Fields.orZero(node, "offerDays"));
    row.setProductIds(Fields.orNull(node, "productIds"));
    row.setCategoryIds(Fields.orNull(node, "categoryIds"));
    row.setAmounts(Fields.orNull(node, "amounts"));
    row.setCountries(Fields.orNull(node, "countries"));
    row.setOrderNumber(Fields.number(node, "orderNumber"));
  }
}
