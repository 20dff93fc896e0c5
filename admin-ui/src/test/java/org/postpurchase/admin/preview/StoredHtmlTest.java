package org.postpurchase.admin.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Stored HTML, such as a mail, never runs in an admin's session. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredHtmlTest {
  private static final Path VIEWS =
      Path.of("src/main/resources/open_admin_style/templates/views/post-purchase");

  /** Tyche 1076, sendportal 338, textpattern 1889: a preview ran the script of what it showed. */
  @Test
  void v14_html_of_others_is_shown_in_a_sandbox_and_nowhere_else() throws IOException {
    int frames = 0;
    for (Path view : views()) {
      String html = Files.readString(view);
      assertThat(html).as("unescaped text in " + view).doesNotContain("th:utext");
      Matcher frame = Pattern.compile("<iframe[^>]*>").matcher(html);
      while (frame.find()) {
        frames++;
        assertThat(frame.group()).as(view.toString()).contains("sandbox=\"\"");
      }
    }
    assertThat(frames).isPositive();
  }

  private static List<Path> views() throws IOException {
    try (Stream<Path> all = Files.list(VIEWS)) {
      return all.filter(p -> p.toString().endsWith(".html")).collect(Collectors.toList());
    }
  }
}
