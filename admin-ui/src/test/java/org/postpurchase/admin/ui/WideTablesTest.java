package org.postpurchase.admin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Every table of a page can scroll by itself, and the script makes those boxes that do reachable.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WideTablesTest {
  private static final Path PAGES =
      Path.of("src/main/resources/open_admin_style/templates/views/post-purchase");
  private static final Path SCRIPTS = Path.of("src/main/resources/extensions/js/post-purchase");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z:]+)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>");
  private static final Pattern MODULE = Pattern.compile("(?m)^(import|export) ");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Set<String> VOID = Set.of("input", "br", "img", "hr", "meta", "link");

  @Test
  void every_table_lies_in_a_box_that_scrolls() throws IOException {
    List<String> bare = new ArrayList<>();
    int tables = 0;
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.sorted().collect(Collectors.toList())) {
        String page = COMMENT.matcher(Files.readString(file)).replaceAll("");
        tables += bare(file.getFileName() + ": ", page, bare);
      }
    }
    assertThat(tables).isGreaterThan(60);
    assertThat(bare).isEmpty();
  }

  @Test
  void a_bare_table_is_found() {
    List<String> bare = new ArrayList<>();
    bare(
        "",
        "<div class=\"pp\"><div class=\"pp-scroll\"><br/></div><table id=\"x\"></table></div>",
        bare);
    assertThat(bare).containsExactly("<table id=\"x\">");
  }

  @Test
  void the_scripts_are_on_every_page_of_the_admin() throws IOException {
    String context =
        Files.readString(
            Path.of("src/main/resources/bl-postpurchase-admin-applicationContext.xml"));
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      List<String> bundled =
          scripts
              .filter(each -> !MODULE.matcher(text(each)).find())
              .map(each -> each.getFileName().toString())
              .sorted()
              .collect(Collectors.toList());
      assertThat(bundled).contains("dialogues.js", "menu.js", "tables.js");
      assertThat(bundled)
          .allSatisfy(
              each -> assertThat(context).contains("<value>post-purchase/" + each + "</value>"));
    }
    assertThat(text(SCRIPTS.resolve("tables.js"))).contains("\".pp-scroll, ");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fragment lies where it is included. */
  private static int bare(String file, String page, List<String> bare) {
    Deque<String> names = new ArrayDeque<>();
    Deque<String> attributes = new ArrayDeque<>();
    int tables = 0;
    Matcher tag = TAG.matcher(page);
    while (tag.find()) {
      String name = tag.group(2);
      if (!tag.group(1).isEmpty()) {
        while (!names.isEmpty()) {
          attributes.pop();
          if (names.pop().equals(name)) {
            break;
          }
        }
        continue;
      }
      attributes.push(tag.group(3));
      names.push(name);
      if (name.equals("table")) {
        tables++;
        if (attributes.stream()
            .noneMatch(a -> a.contains("pp-scroll") || a.contains("th:fragment"))) {
          bare.add(file + tag.group());
        }
      }
      if (tag.group(3).endsWith("/") || VOID.contains(name)) {
        names.pop();
        attributes.pop();
      }
    }
    return tables;
  }
}
