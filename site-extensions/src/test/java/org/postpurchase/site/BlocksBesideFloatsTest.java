package org.postpurchase.site;

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
 * Themes float their menus and tables, as the official demo shop does. A block of ours stands
 * beside them where there is room, and below them where a line would hold one letter.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BlocksBesideFloatsTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/webTemplates/post-purchase");
  private static final Pattern RULE = Pattern.compile("\\.(pp-[\\w-]+) \\{([^}]*)}");

  @Test
  void a_block_of_its_own_has_a_least_width_and_is_never_wider_than_its_place() throws IOException {
    List<String> blocks = new ArrayList<>();
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      for (Path file : files.toList()) {
        Matcher rule = RULE.matcher(Files.readString(file));
        while (rule.find()) {
          if (rule.group(2).contains("flow-root")) {
            blocks.add(rule.group(1));
            assertThat(rule.group(2))
                .as("%s in %s", rule.group(1), file)
                .containsPattern("min-width: min\\(100%, \\d+rem\\)")
                .contains("box-sizing: border-box")
                .doesNotContain("clear:");
          }
        }
      }
    }
    assertThat(blocks).contains("pp-points", "pp-earns", "pp-redeem", "pp-codes");
  }
}
