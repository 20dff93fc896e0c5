package org.postpurchase.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Names, Javadoc, docs and screens use the field's standard terms: what was once called something
 * else does not come back.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainWordsTest {
  private static final Path ROOT = root();

  /** What is not to be said, and what is said instead. */
  private static final List<String[]> BANNED =
      List.of(
          new String[] {"\\b[Hh]eirs?\\b|[a-z]Heir\\b|\\bHeir[A-Z]", "mergedInto, survivor"},
          new String[] {"(?i)growing rests?", "exponential back-off"},
          new String[] {"(?i)\\b(bad|failing) (one|\\w+) stands? alone", "a failing … is isolated"},
          new String[] {"(?i)became of a wish", "outcome of a request"},
          new String[] {"LedgerQuestion|LedgerAnswer", "LedgerQuery, LedgerSnapshot"},
          new String[] {"AdjustmentRequest\\.Wish", "AdjustmentRequest.Details"});

  @Test
  void no_file_says_what_has_a_standard_term() {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = read(file);
      for (String[] each : BANNED) {
        Matcher said = Pattern.compile(each[0]).matcher(text);
        while (said.find()) {
          long line = text.substring(0, said.start()).lines().count();
          found.add(
              ROOT.relativize(file) + ":" + line + " '" + said.group() + "', better: " + each[1]);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void the_files_of_every_module_are_read_and_the_rule_would_notice() {
    List<String> names =
        files().stream().map(f -> ROOT.relativize(f).toString()).collect(Collectors.toList());
    assertThat(names).hasSizeGreaterThan(900);
    for (String part :
        List.of(
            "README.md",
            "docs/operations.md",
            "post-purchase-module/core/src/main",
            "post-purchase-module/broadleaf-3.1/src/main",
            "admin-ui/src/main/resources/messages",
            "site-extensions/src/main",
            "migrations/src/main",
            "demo-store/src/main")) {
      assertThat(names).anyMatch(name -> name.startsWith(part));
    }
    assertThat("the account's heir").containsPattern(BANNED.get(0)[0]);
    assertThat("their own, theirs").doesNotContainPattern(BANNED.get(0)[0]);
  }

  /** Main sources, their texts and the docs, but for the history of changes. */
  private static List<Path> files() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(PlainWordsTest::isOurs).sorted().collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path file) {
    String path = "/" + ROOT.relativize(file).toString().replace('\\', '/');
    if (path.contains("/target/")
        || path.contains("/node_modules/")
        || path.contains("/.")
        || path.contains("/pp-migrations/") // names of change sets and indexes that shops have
        || path.endsWith("CHANGELOG.md")
        || path.endsWith("UPGRADING.md")) {
      return false;
    }
    return path.endsWith(".md")
        || path.contains("/src/main/") && path.matches(".*\\.(java|properties|html|xml|js)");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("CONTRIBUTING.md"))) {
      at = at.getParent();
    }
    return at;
  }
}
