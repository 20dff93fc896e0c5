package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide tells a developer to write is what the demo shop, which works, has. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallGuideTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)(?:#[^)]*)?\\)");

  private final String guide = read("docs/install.md");

  @Test
  void the_tables_come_before_the_deployment_and_the_guide_says_why() {
    assertThat(guide)
        .contains(
            "Run it before you deploy",
            "hibernate.hbm2ddl.auto=validate",
            "neither webapp starts while a table is missing")
        .doesNotContain("before or after you deploy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", "admin"})
  void the_lines_of_web_xml_are_those_of_the_demo_shop(String webapp) {
    String webXml = read("demo-store/src/main/" + webapp + "/WEB-INF/web.xml");
    Set<String> named = all(webXml, "classpath:/bl-postpurchase-\\S+\\.xml");

    assertThat(named).hasSize(2);
    assertThat(guide).contains(named);
  }

  @Test
  void each_include_of_the_demo_shop_is_in_the_guide_and_none_that_does_not_exist() {
    Set<String> used = new TreeSet<>();
    walk("demo-store/src/main/site/WEB-INF/templates")
        .forEach(file -> used.addAll(all(text(file), "th:include=\"(post-purchase/\\w+)\"")));
    Set<String> told = all(guide, "th:include=\"(post-purchase/\\w+)\"");

    used.remove("post-purchase/programme"); // on the shop's own page around ours
    assertThat(told).containsAll(used);
    for (String include : told) {
      assertThat(
              ROOT.resolve("site-extensions/src/main/resources/webTemplates/" + include + ".html"))
          .exists();
    }
  }

  @Test
  void each_include_reads_the_variable_that_the_guide_names() {
    Matcher row =
        Pattern.compile("th:include=\"(post-purchase/\\w+)\"[^|]*\\| `(\\w+)` \\|").matcher(guide);
    int rows = 0;
    while (row.find()) {
      String template =
          read("site-extensions/src/main/resources/webTemplates/" + row.group(1) + ".html");
      assertThat(template).as(row.group(1)).containsPattern("[( ]" + row.group(2) + "[),]");
      rows++;
    }
    assertThat(rows).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/install.md",
        "docs/operations.md",
        "docs/merchant-guide-points.md",
        "docs/merchant-guide-series.md",
        "ARCHITECTURE.md"
      })
  void every_link_leads_to_a_file(String document) {
    for (String link : all(read(document), LINK.pattern())) {
      assertThat(ROOT.resolve(document).resolveSibling(link)).as(link).exists();
    }
  }

  @Test
  void the_properties_of_the_guide_exist() {
    String defaults =
        read(
            "post-purchase-module/broadleaf-3.1/src/main/resources/config/bc/postpurchase/common.properties");
    Set<String> named = all(guide, "(postpurchase\\.[a-z.]+[a-z])(?==|`)");

    assertThat(named).hasSizeGreaterThan(4);
    for (String property : named) {
      assertThat(defaults).contains(property + "=");
    }
  }

  private static Set<String> all(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher m = Pattern.compile(pattern).matcher(text);
    while (m.find()) {
      found.add(m.group(Math.min(1, m.groupCount())));
    }
    return found;
  }

  private static String read(String path) {
    return text(ROOT.resolve(path));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Path> walk(String directory) {
    try {
      return Files.walk(ROOT.resolve(directory)).filter(f -> f.toString().endsWith(".html"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
