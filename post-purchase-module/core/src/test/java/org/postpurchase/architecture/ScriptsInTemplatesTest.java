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
 * Thymeleaf reads templates as XML and writes the text of scripts as it stands: a script with a
 * bare {@code &} or {@code <} is refused, and one with an entity is broken in the browser. Scripts
 * in templates therefore use neither.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptsInTemplatesTest {
  private static final Pattern SCRIPT =
      Pattern.compile("<script\\b[^>]*>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[.*?\\]\\]>", Pattern.DOTALL);
  private static final Pattern BREAKING = Pattern.compile("[&<]");

  @Test
  void no_script_in_a_template_has_a_letter_that_xml_would_change() throws IOException {
    List<String> faults = new ArrayList<>();
    int templates = 0;
    for (String part : List.of("site-extensions", "admin-ui")) {
      try (Stream<Path> files = Files.walk(Path.of("..", "..", part, "src", "main", "resources"))) {
        for (Path file :
            (Iterable<Path>) files.filter(f -> f.toString().endsWith(".html"))::iterator) {
          templates++;
          Matcher script = SCRIPT.matcher(Files.readString(file));
          while (script.find()) {
            Matcher breaking = BREAKING.matcher(CDATA.matcher(script.group(1)).replaceAll(""));
            if (breaking.find()) {
              faults.add(file.getFileName() + ": " + line(script.group(1), breaking.start()));
            }
          }
        }
      }
    }
    assertThat(templates).isGreaterThan(50);
    assertThat(faults).isEmpty();
  }

  private static String line(String script, int at) {
    int end = script.indexOf('\n', at);
    return script
        .substring(script.lastIndexOf('\n', at) + 1, end < 0 ? script.length() : end)
        .trim();
  }
}
