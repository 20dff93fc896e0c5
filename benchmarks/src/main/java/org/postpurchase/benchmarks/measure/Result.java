package org.postpurchase.benchmarks.measure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came out for one row, with every round. */
public final class Result {
  /** Fewer accepted rounds than these are reported as inconclusive, never as met. */
  static final int ROUNDS_ENOUGH = 5;

  private final Row row;
  private final Setting setting;
  private final List<Round> rounds;

  Result(Row row, Setting setting, List<Round> rounds) {
    this.row = row;
    this.setting = setting;
    this.rounds = rounds;
  }

  private List<Round> accepted() {
    return rounds.stream().filter(Round::quiet).toList();
  }

  private Interval rate(String arm, List<Round> of) {
    return Interval.of(of.stream().mapToDouble(r -> r.rate(arm)).toArray(), setting.seed());
  }

  private Interval ratio(Goal goal, List<Round> of) {
    return Interval.of(
        of.stream()
            .mapToDouble(r -> goal.ratio(r.rate(goal.ours()), r.rate(goal.peer())))
            .toArray(),
        setting.seed());
  }

  /** {@code met}, {@code not met} or {@code inconclusive}. */
  private String verdict(Goal goal) {
    List<Round> quiet = accepted();
    if (quiet.size() < ROUNDS_ENOUGH) {
      return "inconclusive";
    }
    return goal.isMet(ratio(goal, quiet)) ? "met" : "not met";
  }

  public Map<String, Object> json(Map<String, Object> database) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("row", row.name());
    json.put("unit", row.unit());
    json.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("machine", Machine.describe());
    json.put("database", database);
    json.put("scale", setting.scale());
    json.put("seed", setting.seed());
    json.put("roundsAccepted", accepted().size());
    json.put("roundsAll", rounds.size());
    Map<String, Object> arms = new LinkedHashMap<>();
    row.arms().forEach(arm -> arms.put(arm.name(), interval(rate(arm.name(), rounds))));
    json.put("perSecond", arms);
    List<Object> goals = new ArrayList<>();
    row.goals().forEach(goal -> goals.add(json(goal)));
    json.put("ratios", goals);
    json.put("notes", row.notes());
    json.put("rounds", rounds.stream().map(Round::json).toList());
    return json;
  }

  private Map<String, Object> json(Goal goal) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ours", goal.ours());
    json.put("peer", goal.peer());
    json.put("by", goal.by().name());
    json.put("must", goal.must());
    json.put("goal", goal.goal());
    json.put("acceptedRounds", interval(ratio(goal, accepted())));
    json.put("allRounds", interval(ratio(goal, rounds)));
    json.put("verdict", verdict(goal));
    return json;
  }

  private static Map<String, Object> interval(Interval of) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("median", of.median());
    json.put("low", of.low());
    json.put("high", of.high());
    return json;
  }

  /** The same for people, a few lines. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%s: %s, %d of %d rounds accepted%n",
            row.name(),
            row.unit(),
            accepted().size(),
            rounds.size()));
    for (Arm arm : row.arms()) {
      Interval rate = rate(arm.name(), rounds);
      out.append(
          String.format(
              Locale.ROOT,
              "  %-44s %,10.0f/s  (%,.0f to %,.0f)  %.3f ms each%n",
              arm.name(),
              rate.median(),
              rate.low(),
              rate.high(),
              1000 / rate.median()));
    }
    for (Goal goal : row.goals()) {
      Interval all = ratio(goal, rounds);
      Interval quiet = ratio(goal, accepted());
      out.append(
          String.format(
              Locale.ROOT,
              "  %s / %s: accepted %.2f (%.2f to %.2f), all %.2f (%.2f to %.2f), must be %s: %s%n",
              goal.ours(),
              goal.peer(),
              quiet.median(),
              quiet.low(),
              quiet.high(),
              all.median(),
              all.low(),
              all.high(),
              goal.limit(),
              verdict(goal)));
    }
    row.notes().forEach(note -> out.append("  ").append(note).append('\n'));
    return out.toString();
  }
}
