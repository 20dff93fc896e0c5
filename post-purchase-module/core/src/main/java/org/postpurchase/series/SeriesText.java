package org.postpurchase.series;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.postpurchase.shared.EscapedLine;
import org.postpurchase.shared.Purpose;

/**
 * A frozen series as key=value lines, the form in which it is stored: the same rules and wordings
 * always give the same text. Unknown keys are ignored, so that an older node can read a newer text.
 */
public final class SeriesText {
  private SeriesText() {}

  public static String write(SeriesDefinition series, List<SeriesVersion.Wording> wordings) {
    StringJoiner lines = new StringJoiner("\n");
    line(lines, "series.name", series.name);
    line(lines, "series.trigger", series.trigger);
    line(lines, "series.reEntry", series.reEntry);
    line(lines, "series.priority", series.priority);
    line(
        lines,
        "series.exits",
        series.exits.stream().map(Enum::name).collect(Collectors.joining(",")));
    optional(lines, "series.period", series.periodDays == 0 ? "" : "" + series.periodDays);
    optional(lines, "series.endsOn", series.endsOn);
    optional(lines, "series.segment", series.segment);
    filter(lines, "series.", series.entry);
    series.steps.forEach(step -> step(lines, step));
    wordings.forEach(w -> line(lines, "wording." + w.templateKey + "." + w.localeCode, w.version));
    return lines.toString();
  }

  private static void step(StringJoiner lines, Step s) {
    String prefix = "step." + s.key + ".";
    line(lines, prefix + "position", s.position);
    line(lines, prefix + "name", s.name);
    line(lines, prefix + "anchor", s.anchor);
    line(lines, prefix + "delayDays", s.delayDays);
    line(lines, prefix + "delayHours", s.delayHours);
    line(lines, prefix + "fallbackDays", s.fallbackDays);
    line(lines, prefix + "fallbackDaysAbroad", s.fallbackDaysAbroad);
    if (s.windowFrom != null) {
      line(lines, prefix + "windowFrom", s.windowFrom);
      line(lines, prefix + "windowTo", s.windowTo);
    }
    line(lines, prefix + "validHours", s.validHours);
    line(lines, prefix + "channel", s.channel);
    line(lines, prefix + "purpose", s.purpose);
    line(lines, prefix + "template", s.templateKey);
    line(lines, prefix + "aboutProducts", s.aboutProducts);
    line(lines, prefix + "condition", s.condition);
    line(lines, prefix + "conditionStep", s.conditionStep);
    line(lines, prefix + "rewardOffer", s.rewardOfferId);
    line(lines, prefix + "rewardValidDays", s.rewardValidDays);
    filter(lines, prefix, s.filter);
    optional(lines, prefix + "segment", s.segment);
    optional(lines, prefix + "off", s.off ? "true" : "");
    if (s.kind != StepKind.MESSAGE) {
      line(lines, prefix + "kind", s.kind);
    }
    if (s.awaits()) {
      line(lines, prefix + "waitsFor", s.waiting.trigger);
      line(lines, prefix + "waitsDays", s.waiting.daysMost);
      line(lines, prefix + "goal", s.waiting.goal);
    }
  }

  private static void filter(StringJoiner lines, String prefix, OrderFilter filter) {
    optional(lines, prefix + "only.products", filter.products);
    optional(lines, prefix + "only.categories", filter.categories);
    optional(lines, prefix + "only.amounts", filter.amounts);
    optional(lines, prefix + "only.countries", filter.countries);
    optional(lines, prefix + "only.number", filter.number == 0 ? "" : "" + filter.number);
  }

  /** Left out when there is nothing to say: what was frozen before stays as it is. */
  private static void optional(StringJoiner lines, String key, String value) {
    if (!value.isEmpty()) {
      line(lines, key, value);
    }
  }

  private static void line(StringJoiner lines, String key, Object value) {
    lines.add(key + "=" + EscapedLine.write(String.valueOf(value)));
  }

  /**
   * @throws IllegalArgumentException when the text was not written by {@link #write}
   */
  public static SeriesDefinition definition(String text) {
    Map<String, String> lines = lines(text);
    Set<ExitRule> exits = EnumSet.noneOf(ExitRule.class);
    for (String exit : required(lines, "series.exits").split(",")) {
      if (!exit.isEmpty()) {
        exits.add(ExitRule.valueOf(exit));
      }
    }
    List<Step> steps = new ArrayList<>();
    for (String key : lines.keySet()) {
      if (key.startsWith("step.") && key.endsWith(".position")) {
        steps.add(step(lines, key.substring(5, key.length() - ".position".length())));
      }
    }
    return new SeriesDefinition(
            required(lines, "series.name"),
            required(lines, "series.trigger"),
            ReEntry.valueOf(required(lines, "series.reEntry")),
            Integer.parseInt(required(lines, "series.priority")),
            exits,
            steps)
        .only(filter(lines, "series."))
        .every(Integer.parseInt(lines.getOrDefault("series.period", "0")))
        .endsOn(lines.getOrDefault("series.endsOn", ""))
        .segment(lines.getOrDefault("series.segment", ""));
  }

  private static OrderFilter filter(Map<String, String> lines, String prefix) {
    return new OrderFilter.Builder()
        .goods(
            lines.getOrDefault(prefix + "only.products", ""),
            lines.getOrDefault(prefix + "only.categories", ""))
        .amounts(lines.getOrDefault(prefix + "only.amounts", ""))
        .countries(lines.getOrDefault(prefix + "only.countries", ""))
        .number(Integer.parseInt(lines.getOrDefault(prefix + "only.number", "0")))
        .build();
  }

  private static Step step(Map<String, String> lines, String key) {
    String p = "step." + key + ".";
    Step.Builder step = new Step.Builder(key);
    if (lines.containsKey(p + "waitsFor")) {
      step.awaits(
          new Waiting(
              required(lines, p + "waitsFor"),
              number(lines, p + "waitsDays"),
              Boolean.parseBoolean(required(lines, p + "goal"))));
    }
    return step.kind(StepKind.valueOf(lines.getOrDefault(p + "kind", StepKind.MESSAGE.name())))
        .only(filter(lines, p))
        .segment(lines.getOrDefault(p + "segment", ""))
        .off(Boolean.parseBoolean(lines.get(p + "off")))
        .at(number(lines, p + "position"), required(lines, p + "name"))
        .delay(
            Anchor.valueOf(required(lines, p + "anchor")),
            number(lines, p + "delayDays"),
            number(lines, p + "delayHours"))
        .fallback(number(lines, p + "fallbackDays"), number(lines, p + "fallbackDaysAbroad"))
        .window(time(lines.get(p + "windowFrom")), time(lines.get(p + "windowTo")))
        .validHours(number(lines, p + "validHours"))
        .sends(
            Purpose.valueOf(required(lines, p + "purpose")),
            required(lines, p + "channel"),
            required(lines, p + "template"))
        .aboutProducts(Boolean.parseBoolean(required(lines, p + "aboutProducts")))
        .onlyIf(
            ConditionType.valueOf(required(lines, p + "condition")),
            required(lines, p + "conditionStep"))
        .reward(
            Long.parseLong(required(lines, p + "rewardOffer")),
            number(lines, p + "rewardValidDays"))
        .build();
  }

  /** The template versions frozen with the series. */
  public static List<SeriesVersion.Wording> wordings(String text) {
    List<SeriesVersion.Wording> wordings = new ArrayList<>();
    lines(text)
        .forEach(
            (key, value) -> {
              int dot = key.lastIndexOf('.');
              if (key.startsWith("wording.") && dot > "wording.".length()) {
                wordings.add(
                    new SeriesVersion.Wording(
                        key.substring("wording.".length(), dot),
                        key.substring(dot + 1),
                        Integer.parseInt(value)));
              }
            });
    return wordings;
  }

  private static Map<String, String> lines(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int is = line.indexOf('=');
      if (is > 0) {
        lines.put(line.substring(0, is), EscapedLine.read(line.substring(is + 1)));
      }
    }
    return lines;
  }

  private static LocalTime time(String value) {
    return value == null ? null : LocalTime.parse(value);
  }

  private static int number(Map<String, String> lines, String key) {
    return Integer.parseInt(required(lines, key));
  }

  private static String required(Map<String, String> lines, String key) {
    String value = lines.get(key);
    if (value == null) {
      throw new IllegalArgumentException("a frozen series has no line '" + key + "'");
    }
    return value;
  }
}
