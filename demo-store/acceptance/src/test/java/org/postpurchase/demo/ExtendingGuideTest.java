package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the guides are the sources that the demo store is started with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExtendingGuideTest {
  private static final Path SOURCES = Path.of("../extension/src/main/java/com/example/shop");

  @ParameterizedTest
  @CsvSource({
    "extending-earning-rules.md, PointsForItems.java",
    "extending-triggers.md, BigOrderTrigger.java",
    "extending-triggers.md, ClubJoinedTrigger.java"
  })
  void an_example_is_shown_as_it_is_compiled_and_is_short(String guide, String source)
      throws IOException {
    List<String> lines = Files.readAllLines(SOURCES.resolve(source));

    assertThat(lines).hasSizeLessThan(60);
    assertThat(Files.readString(Path.of("../../docs", guide)))
        .contains("```java\n" + String.join("\n", lines) + "\n```");
  }
}
