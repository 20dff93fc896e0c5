package org.postpurchase.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files stay small enough to be read in one go. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceShapeTest {
  private static final int LINES_MAX = 300;

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/test/java"})
  void no_file_is_longer_than_three_hundred_lines(String root) throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> lines.put(file.toString(), count(file)));
    }

    String largest =
        lines.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(10)
            .map(e -> String.format("%5d %s", e.getValue(), e.getKey()))
            .collect(Collectors.joining("\n"));
    System.out.println("ten largest files of " + root + ":\n" + largest);

    assertThat(lines).isNotEmpty();
    assertThat(lines)
        .allSatisfy(
            (file, count) -> {
              assertThat(count).as(file).isLessThanOrEqualTo(LINES_MAX);
            });
  }

  private static int count(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
