package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The guides show every screen. {@code screens.txt} has a row for each address of {@code roles.txt}
 * that can be opened: the name of its picture, or in brackets why it has none.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuidePicturesTest {
  private static final Path DOCS = Path.of("../../docs");
  private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(img/([^)]+)\\.png\\)");
  private static final long MOST_BYTES = 80 * 1024;

  private static final Map<String, String> NO_PICTURE =
      Map.of(
          "(action)",
              "opening the address of a button leads back to the screen that has the button",
          "(file)", "a file that is saved",
          "(part)", "read by a script or shown inside of another screen",
          "(leads on)", "leads to the page of a person at once",
          "(host)", "a plain list or dialogue of the host; the form behind it has a picture");

  private final Map<String, String> screens = rows("screens.txt", "");
  private final Map<String, String> opened = rows("roles.txt", "GET ");
  private final Set<String> pressed = rows("roles.txt", "POST ").keySet();

  @Test
  void each_screen_has_a_picture_or_a_reason_for_none() {
    assertThat(opened).hasSizeGreaterThan(150);
    assertThat(screens.keySet()).containsExactlyInAnyOrderElementsOf(opened.keySet());
    Set<String> shown = shown().keySet();
    assertThat(screens)
        .allSatisfy(
            (address, picture) -> {
              if (picture.startsWith("(")) {
                assertThat(NO_PICTURE).as(address).containsKey(picture);
              } else {
                assertThat(shown).as(address).contains(picture);
              }
            });
  }

  @Test
  void exceptions_are_what_they_say() {
    assertThat(addresses("(action)")).isNotEmpty().allMatch(pressed::contains);
    assertThat(addresses("(host)")).allMatch(a -> a.matches("/post-purchase-[a-z-]+(/add)?"));
    assertThat(addresses("(host)"))
        .filteredOn(a -> !a.endsWith("/add"))
        .allMatch(a -> !screens.get(a + "/{id}").startsWith("("));
    assertThat(addresses("(file)")).allMatch(a -> a.matches(".+\\.[a-z]{3}"));
    assertThat(addresses("(part)")).hasSizeLessThan(10);
    assertThat(addresses("(leads on)")).hasSizeLessThan(2);
  }

  @Test
  void each_picture_is_shown_by_a_guide_with_words_for_who_cannot_see_it() throws IOException {
    Map<String, String> shown = shown();
    Set<String> files;
    try (Stream<Path> all = Files.list(DOCS.resolve("img"))) {
      files = all.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
    }
    assertThat(shown.keySet().stream().map(each -> each + ".png"))
        .containsExactlyInAnyOrderElementsOf(files);
    assertThat(shown).allSatisfy((name, words) -> assertThat(words.strip()).as(name).isNotEmpty());
    for (String file : files) {
      assertThat(Files.size(DOCS.resolve("img").resolve(file))).as(file).isBetween(1L, MOST_BYTES);
    }
  }

  @Test
  void each_picture_is_taken_by_a_script() throws IOException {
    StringBuilder scripts = new StringBuilder();
    try (Stream<Path> all = Files.list(Path.of("../browser"))) {
      for (Path script : all.filter(f -> f.toString().endsWith(".mjs")).toList()) {
        scripts.append(Files.readString(script));
      }
    }
    assertThat(shown().keySet())
        .allSatisfy(
            name -> assertThat(scripts).containsPattern("(?m)'" + name + "'|^  " + name + ":"));
  }

  private List<String> addresses(String reason) {
    return screens.entrySet().stream()
        .filter(each -> each.getValue().equals(reason))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Names of the pictures that documents show, with the words that stand for them. */
  private static Map<String, String> shown() {
    Map<String, String> shown = new TreeMap<>();
    try (Stream<Path> files = Files.list(DOCS)) {
      for (Path guide : new TreeSet<>(files.filter(f -> f.toString().endsWith(".md")).toList())) {
        Matcher picture = PICTURE.matcher(Files.readString(guide));
        while (picture.find()) {
          shown.put(picture.group(2), picture.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shown;
  }

  private static Map<String, String> rows(String name, String method) {
    Map<String, String> rows = new TreeMap<>();
    try (var text = GuidePicturesTest.class.getResourceAsStream(name)) {
      for (String row : new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (row.startsWith(method)) {
          int end = row.lastIndexOf(" :");
          rows.put(row.substring(method.length(), end), row.substring(end + 2).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
