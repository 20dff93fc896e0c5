package org.postpurchase.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Files stay small enough to be read in one go. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceShapeTest {
  private static final int LINES_MAX = 300;
  private static final int PARAMETERS_MAX = 6;

  /** Towards 150: nine of ten files are no longer. */
  private static final int LINES_OF_NINE_IN_TEN = 185;

  private static final int PACKAGE_PRIVATE_PERCENT = 38;

  private static SourceShape shape;
  private static Set<String> exceptions;

  @BeforeAll
  static void read() throws IOException {
    shape = SourceShape.ofRepository();
    try (InputStream in =
        SourceShapeTest.class.getResourceAsStream("/source-shape-exceptions.txt")) {
      exceptions =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.toSet());
    }
  }

  @Test
  void no_main_file_of_any_module_is_longer_than_three_hundred_lines() {
    assertThat(shape.lines).hasSizeGreaterThan(700);
    assertThat(shape.lines)
        .allSatisfy(
            (file, lines) -> {
              if (!exceptions.contains(file.substring(file.lastIndexOf('/') + 1))) {
                assertThat(lines).as(file).isLessThanOrEqualTo(LINES_MAX);
              }
            });
    List<Integer> sorted = shape.lines.values().stream().sorted().collect(Collectors.toList());
    assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThanOrEqualTo(LINES_OF_NINE_IN_TEN);
  }

  @Test
  void no_method_takes_more_than_six_arguments() {
    assertThat(shape.parameters).hasSizeGreaterThan(3_000);
    assertThat(shape.parameters)
        .allSatisfy(
            (method, count) -> {
              if (!exceptions.contains(method)) {
                assertThat(count).as(method).isLessThanOrEqualTo(PARAMETERS_MAX);
              }
            });
  }

  @Test
  void packages_keep_types_to_themselves() {
    assertThat(100 * shape.packagePrivate / shape.types)
        .as("per cent of %s types are package-private", shape.types)
        .isGreaterThanOrEqualTo(PACKAGE_PRIVATE_PERCENT);
  }

  @Test
  void no_test_of_the_core_is_longer_than_three_hundred_lines() throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> lines.put(file.toString(), count(file)));
    }
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy((file, count) -> assertThat(count).as(file).isLessThanOrEqualTo(LINES_MAX));
  }

  private static int count(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
