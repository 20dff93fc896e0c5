package org.postpurchase.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is different between what people run on and what the merchant has edited. */
public final class CompareSeries {
  /** One difference: a value of the series or a step, or a step that came or went. Immutable. */
  public static final class Difference {
    /** Name of the step; empty for the series itself. */
    public final String step;

    /** What was changed, as the form of {@link SeriesText} calls it; empty for a whole step. */
    public final String field;

    /** Empty where there was nothing. */
    public final String before;

    public final String after;

    Difference(String step, String field, String before, String after) {
      this.step = step;
      this.field = field;
      this.before = before;
      this.after = after;
    }

    /** Whether the step is new. */
    public boolean isAdded() {
      return field.isEmpty() && before.isEmpty();
    }

    /** Whether the step is gone. */
    public boolean isRemoved() {
      return field.isEmpty() && after.isEmpty();
    }

    @Override
    public String toString() {
      return step + "." + field + " '" + before + "' '" + after + "'";
    }
  }

  private CompareSeries() {}

  /** Empty when both have the same rules; wordings of mails are not looked at. */
  public static List<Difference> of(SeriesDefinition before, SeriesDefinition after) {
    List<Difference> found = new ArrayList<>();
    Map<String, String> a = values(before);
    Map<String, String> b = values(after);
    for (String name : names(a, b, "series.")) {
      change(found, "", name.substring(7), a.getOrDefault(name, ""), b.getOrDefault(name, ""));
    }
    for (Step old : before.steps) {
      Step now = after.step(old.key).orElse(null);
      if (now == null) {
        found.add(new Difference(old.name, "", old.name, ""));
        continue;
      }
      String prefix = "step." + old.key + ".";
      for (String name : names(a, b, prefix)) {
        change(
            found,
            now.name,
            name.substring(prefix.length()),
            a.getOrDefault(name, ""),
            b.getOrDefault(name, ""));
      }
    }
    for (Step now : after.steps) {
      if (!before.step(now.key).isPresent()) {
        found.add(new Difference(now.name, "", "", now.name));
      }
    }
    return found;
  }

  private static void change(
      List<Difference> found, String step, String field, String before, String after) {
    if (!before.equals(after)) {
      found.add(new Difference(step, field, before, after));
    }
  }

  private static Set<String> names(Map<String, String> a, Map<String, String> b, String prefix) {
    Set<String> names = new TreeSet<>();
    for (Map<String, String> each : Arrays.asList(a, b)) {
      each.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(names::add);
    }
    return names;
  }

  private static Map<String, String> values(SeriesDefinition series) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : SeriesText.write(series, Collections.emptyList()).split("\n")) {
      int is = line.indexOf('=');
      if (is > 0) {
        values.put(line.substring(0, is), line.substring(is + 1));
      }
    }
    return values;
  }
}
