package org.postpurchase.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A failure that repeats must not fill the disk: whatever writes a trace does so through {@code
 * SparseLog}, once a minute for each kind.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogLinesTest {
  /** Happen once in a start, or by the hand of a person. */
  private static final Set<String> ONCE =
      Set.of(
          "AdminAccess.java", // a refused click that could not be recorded
          "MessageSender.java" // one message: its outcome could not be stored
          );

  private static final Pattern WITH_CAUSE =
      Pattern.compile("\\bLOG\\s*\\.(?:error|warn)\\(([^;]*?),\\s*(\\w+)\\);", Pattern.DOTALL);
  private static final String CAUGHT = "catch \\([\\w.| \n]+ %s\\)";

  @Test
  void no_trace_is_written_more_than_once_a_minute() throws IOException {
    List<String> loud = new ArrayList<>();
    int files = 0;
    for (String module : List.of("core", "broadleaf-3.1", "../site-extensions", "../admin-ui")) {
      Path sources = Path.of("..").resolve(module).resolve("src/main/java");
      try (Stream<Path> walk = Files.walk(sources)) {
        for (Path file : (Iterable<Path>) walk.filter(LogLinesTest::isSource)::iterator) {
          files++;
          loud(Files.readString(file)).forEach(line -> loud.add(file.getFileName() + ": " + line));
        }
      }
    }

    assertThat(files).isGreaterThan(400);
    assertThat(loud).filteredOn(line -> !ONCE.contains(line.split(":")[0])).isEmpty();
  }

  @Test
  void the_rule_would_notice() {
    assertThat(loud("try { x(); } catch (RuntimeException e) { LOG.error(\"x failed\", e); }"))
        .hasSize(1);
    assertThat(loud("try { x(); } catch (RuntimeException e) { TROUBLE.error(\"x\", \"y\", e); }"))
        .isEmpty();
    assertThat(loud("LOG.warn(\"found {}\", count);")).isEmpty();
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java");
  }

  private static List<String> loud(String source) {
    List<String> found = new ArrayList<>();
    Matcher m = WITH_CAUSE.matcher(source);
    while (m.find()) {
      if (Pattern.compile(String.format(CAUGHT, m.group(2))).matcher(source).find()) {
        found.add(m.group(1).replaceAll("\\s+", " "));
      }
    }
    return found;
  }
}
