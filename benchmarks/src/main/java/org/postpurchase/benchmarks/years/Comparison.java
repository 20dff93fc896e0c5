package org.postpurchase.benchmarks.years;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postpurchase.benchmarks.measure.Setting;

/** The table of an empty shop and a full one: each line is asked of both in turn. */
final class Comparison {
  private static final int WARM_UP = 3;

  private final int times;
  private final double scale;
  private final PrintStream out;
  private final List<Map<String, Object>> lines = new ArrayList<>();

  /** What is timed, and what it must not exceed; 0 where there is no such limit. */
  record Limit(double ratio, double millis) {
    static Limit ratio(double most) {
      return new Limit(most, 0);
    }

    static Limit millis(double most) {
      return new Limit(0, most);
    }

    private String text() {
      return ratio > 0 ? "≤ " + ratio + " x" : millis > 0 ? "≤ " + Math.round(millis) + " ms" : "";
    }

    private boolean holds(double empty, double full) {
      return (ratio <= 0 || full <= empty * ratio) && (millis <= 0 || full <= millis);
    }
  }

  Comparison(Setting setting, PrintStream out) {
    this.times = Math.max(5, setting.rounds());
    this.scale = setting.scale();
    this.out = out;
    out.printf(
        "%-52s %9s %9s %6s  %s%n",
        "median of " + times + ", ms", "empty", "full", "ratio", "limit");
  }

  /** Two numbers that were taken elsewhere. */
  void limit(String what, double empty, double full, double mostMillis) {
    line(what, new double[] {empty}, new double[] {full}, Limit.millis(mostMillis));
  }

  /** Each returns its milliseconds, so that preparation need not be timed. */
  void turns(String what, Callable<Double> empty, Callable<Double> full, Limit limit) {
    try {
      double[] ofEmpty = new double[times];
      double[] ofFull = new double[times];
      for (int i = -WARM_UP; i < times; i++) {
        double e = empty.call();
        double f = full.call();
        if (i >= 0) {
          ofEmpty[i] = e;
          ofFull[i] = f;
        }
      }
      line(what, ofEmpty, ofFull, limit);
    } catch (Exception e) {
      out.printf("%-52s not measured: %s%n", what, e.getMessage());
      lines.add(Map.of("what", what, "error", String.valueOf(e.getMessage())));
    }
  }

  private void line(String what, double[] empty, double[] full, Limit limit) {
    double e = median(empty);
    double f = median(full);
    boolean holds = limit.holds(e, f);
    out.printf(
        Locale.ROOT,
        "%-52s %9.1f %9.1f %6.2f  %s%s%n",
        what,
        e,
        f,
        f / e,
        limit.text(),
        holds ? "" : "   NOT MET");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", what);
    json.put("emptyMillis", e);
    json.put("fullMillis", f);
    json.put("ratio", f / e);
    json.put("limit", limit.text());
    json.put("met", holds);
    json.put("empty", Arrays.stream(empty).boxed().toList());
    json.put("full", Arrays.stream(full).boxed().toList());
    lines.add(json);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scale", scale);
    json.put("lines", lines);
    return json;
  }
}
