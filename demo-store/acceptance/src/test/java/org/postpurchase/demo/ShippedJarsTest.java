package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a shop gets into its class path: as it was built, not as it was meant. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedJarsTest {
  private static final String SHADED = "org/postpurchase/shaded/";

  /** How the host's Hibernate hears of our listener. */
  private static final String INTEGRATOR =
      "META-INF/services/org.hibernate.integrator.spi.Integrator";

  private static final String NESTED = "META-INF/pp-migrations-lib/";

  /** Whose licence text each shaded part needs. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("velocity", "Apache-2.0.txt"),
          Map.entry("lang3", "Apache-2.0.txt"),
          Map.entry("qrcodegen", "qrcodegen.txt"),
          Map.entry("nanojson", "nanojson.txt"),
          Map.entry("snakeyaml", "Apache-2.0.txt"),
          Map.entry("phonenumbers", "Apache-2.0.txt"),
          Map.entry("pdfbox", "pdfbox.txt"),
          Map.entry("fontbox", "pdfbox.txt"),
          Map.entry("angus", "angus-mail.md"),
          Map.entry("jakarta.mail", "jakarta-mail.md"),
          Map.entry("jakarta.activation", "jakarta-activation.md"));

  /** Nested jars that bring no text of their own. */
  private static final Map<String, String> NESTED_TEXTS =
      Map.of(
          "liquibase-core.jar", "Apache-2.0.txt",
          "opencsv.jar", "Apache-2.0.txt",
          "snakeyaml.jar", "Apache-2.0.txt");

  static List<ShippedJar> jars() throws IOException {
    Path home = Path.of(System.getProperty("demo.home"));
    try (Stream<Path> files = Files.walk(home)) {
      Map<String, Path> byName =
          files
              .filter(f -> f.getFileName().toString().matches("post-purchase-.*\\.jar"))
              .collect(Collectors.toMap(f -> f.getFileName().toString(), f -> f, (a, b) -> a));
      assertThat(byName).hasSize(5);
      List<ShippedJar> jars = new java.util.ArrayList<>();
      for (Path file : byName.values()) {
        jars.add(ShippedJar.read(file));
      }
      return jars;
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void all_classes_are_under_our_own_name(ShippedJar jar) {
    assertThat(jar.classes()).allMatch(c -> c.startsWith("org/postpurchase/"));
    assertThat(jar.files()).noneMatch(f -> f.startsWith("META-INF/versions/"));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void no_file_speaks_to_other_libraries(ShippedJar jar) {
    assertThat(jar.files())
        .filteredOn(f -> f.startsWith("META-INF/services/"))
        .allMatch(f -> f.startsWith("META-INF/services/org.postpurchase.") || f.equals(INTEGRATOR));
    assertThat(jar.files())
        .noneMatch(f -> f.matches("META-INF/(.*providers|mailcap.*|mimetypes.*|javamail.*)"));
    assertThat(jar.files())
        .as("newer host lines would read these and lose their workflows")
        .noneMatch(f -> f.startsWith("blc-config/"));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void services_name_classes_that_are_there(ShippedJar jar) {
    for (String file : jar.files()) {
      if (file.startsWith("META-INF/services/")) {
        String text = new String(jar.bytes(file), StandardCharsets.UTF_8);
        assertThat(text.lines().map(String::trim).filter(l -> !l.isEmpty() && !l.startsWith("#")))
            .allMatch(name -> jar.classes().contains(name.replace('.', '/')));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void nothing_is_brought_that_nobody_uses(ShippedJar jar) {
    assertThat(jar.packagesNobodyUses(SHADED)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void all_that_is_shaded_has_its_licence_text_inside(ShippedJar jar) {
    for (String part : parts(jar)) {
      assertThat(TEXTS).as("licence of " + part + " in " + jar.name).containsKey(part);
      assertThat(jar.files()).contains("META-INF/licenses/" + TEXTS.get(part), "META-INF/NOTICE");
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void all_nested_jars_have_their_licence_text(ShippedJar jar) throws IOException {
    for (String file : jar.files()) {
      if (file.startsWith(NESTED)) {
        String name = file.substring(NESTED.length());
        ShippedJar nested = ShippedJar.read(name, new ByteArrayInputStream(jar.bytes(file)));
        boolean ownText = nested.files().stream().anyMatch(f -> f.matches("META-INF/LICENSE.*"));
        if (!ownText) {
          assertThat(NESTED_TEXTS).as("licence of " + name).containsKey(name);
          assertThat(jar.files()).contains("META-INF/licenses/" + NESTED_TEXTS.get(name));
        }
      }
    }
  }

  /** jakarta holds two parts with licences of their own. */
  private static Set<String> parts(ShippedJar jar) {
    return jar.classes().stream()
        .filter(c -> c.startsWith(SHADED))
        .map(c -> c.substring(SHADED.length()).split("/"))
        .map(p -> p[0].equals("jakarta") ? p[0] + "." + p[1] : p[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_check_finds_a_package_that_nothing_leads_to() throws IOException {
    ShippedJar core =
        jars().stream().filter(j -> j.name.contains("core")).findFirst().orElseThrow();

    assertThat(core.packagesNobodyUses("org/postpurchase/shaded/")).isEmpty();
    assertThat(parts(core)).containsExactlyInAnyOrderElementsOf(TEXTS.keySet());
  }
}
