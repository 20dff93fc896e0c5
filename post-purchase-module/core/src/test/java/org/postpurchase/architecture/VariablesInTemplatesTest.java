package org.postpurchase.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Thymeleaf decides whether an element is there at all, and how often, before it sets the element's
 * own variables: a condition that asks for one of these never holds, and nothing says so.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VariablesInTemplatesTest {
  private static final Pattern ELEMENT =
      Pattern.compile("<[\\w:]+(?:\\s+[\\w:-]+\\s*=\\s*\"[^\"]*\")+");
  private static final Pattern WITH = Pattern.compile("\\sth:with=\"([^\"]*)\"");
  private static final Pattern SET = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*=");
  private static final Pattern EARLIER =
      Pattern.compile(
          "\\sth:(?:if|unless|each|include|replace|substituteby|switch|case)=\"([^\"]*)\"");

  @Test
  void no_condition_asks_for_a_variable_that_its_own_element_sets() throws IOException {
    List<String> faults = new ArrayList<>();
    int elements = 0;
    for (String part : List.of("site-extensions", "admin-ui", "demo-store")) {
      try (Stream<Path> files = Files.walk(Path.of("..", "..", part, "src", "main"))) {
        for (Path file :
            (Iterable<Path>) files.filter(f -> f.toString().endsWith(".html"))::iterator) {
          Matcher element = ELEMENT.matcher(Files.readString(file));
          while (element.find()) {
            Matcher with = WITH.matcher(element.group());
            if (with.find()) {
              elements++;
              faults(file.getFileName() + ": ", element.group(), with.group(1), faults);
            }
          }
        }
      }
    }
    assertThat(elements).isGreaterThan(20);
    assertThat(faults).isEmpty();
  }

  private static void faults(String where, String element, String with, List<String> faults) {
    Matcher set = SET.matcher(with);
    while (set.find()) {
      Matcher earlier = EARLIER.matcher(element);
      while (earlier.find()) {
        if (Pattern.compile("\\b" + set.group(1) + "\\b").matcher(earlier.group(1)).find()) {
          faults.add(where + element);
        }
      }
    }
  }

  @Test
  void one_that_does_is_found() {
    List<String> faults = new ArrayList<>();
    faults("", "<a th:with=\"link=${x}\" th:if=\"${link != null}\"", "link=${x}", faults);
    assertThat(faults).hasSize(1);
  }
}
