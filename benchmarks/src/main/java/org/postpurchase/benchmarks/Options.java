package org.postpurchase.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.benchmarks.measure.Setting;

/**
 * What was asked for on the command line.
 *
 * @param command name of a row or of a task; empty for none
 * @param values by name, without the dashes
 */
record Options(String command, Map<String, String> values) {
  private static final List<String> KNOWN =
      List.of("rounds", "scale", "seed", "out", "data", "home");

  /**
   * @throws IllegalArgumentException naming the word that is not understood
   */
  static Options of(String... words) {
    String command = words.length > 0 && !words[0].startsWith("--") ? words[0] : "";
    Map<String, String> values = new HashMap<>();
    for (int i = command.isEmpty() ? 0 : 1; i < words.length; i += 2) {
      String name = words[i].replaceFirst("^--", "");
      if (!KNOWN.contains(name) || i + 1 == words.length) {
        throw new IllegalArgumentException(
            "'" + words[i] + "' is no option with a value; there are " + KNOWN + ".");
      }
      values.put(name, words[i + 1]);
    }
    return new Options(command, values);
  }

  Setting setting() {
    long seed = Long.parseLong(values.getOrDefault("seed", "20261129"));
    Setting setting = "full".equals(command) ? Setting.full(seed) : Setting.quick(seed);
    if (values.containsKey("rounds")) {
      setting = setting.withRounds(Integer.parseInt(values.get("rounds")));
    }
    return values.containsKey("scale")
        ? setting.withScale(Double.parseDouble(values.get("scale")))
        : setting;
  }

  /** Where the shops of five years are kept. */
  Path data() {
    return Path.of(values.getOrDefault("data", "benchmarks/target/five-years"));
  }

  /** The built demo store. */
  Path home() {
    return Path.of(values.getOrDefault("home", "demo-store/target/demo"));
  }

  /** The file that was named, else that one. */
  Path file(Path directory, String name) {
    return values.containsKey("out") ? Path.of(values.get("out")) : directory.resolve(name);
  }
}
