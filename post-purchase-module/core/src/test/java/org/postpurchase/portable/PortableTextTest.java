package org.postpurchase.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.portable.UnreadableFileException.Problem;
import org.postpurchase.portable.yaml.YamlModule;
import org.postpurchase.testkit.Seed;

/** Settings as text, and back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PortableTextTest {
  private static final String[] PARTS = {
    "a",
    "B",
    "0",
    " ",
    "  ",
    "\n",
    "\t",
    ":",
    "#",
    "-",
    "- ",
    "'",
    "\"",
    "\\",
    "|",
    ">",
    "&",
    "*",
    "!",
    "%",
    "@",
    "`",
    "{",
    "}",
    "[",
    "]",
    ",",
    "?",
    "~",
    "=",
    "<p>",
    "${order.number}",
    "ä",
    "é",
    "–",
    "字",
    "\u00a0",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\u0001",
    "😀",
    "null",
    "yes",
    "1e3",
    ": ",
    " #",
    "\r"
  };

  private final PortableReader reader = YamlModule.reader();

  @Test
  void whatever_is_written_is_read_again_and_written_the_same() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int i = 0; i < 4000; i++) {
      PortableNode node = fields(random, 0);
      String text = PortableText.write(node);

      PortableNode read = reader.read(text);

      assertThat(read).as("seed %d, round %d:%n%s", seed, i, text).isEqualTo(node);
      assertThat(PortableText.write(read)).as("seed %d, round %d", seed, i).isEqualTo(text);
      assertThat(Difference.between(node, read)).isEmpty();
    }
  }

  private static PortableNode fields(Random random, int depth) {
    Map<String, PortableNode> fields = new LinkedHashMap<>();
    int n = 1 + random.nextInt(4);
    for (int i = 0; i < n; i++) {
      String name = random.nextInt(8) == 0 ? text(random) + "x" : "field" + i;
      fields.put(name, node(random, depth + 1));
    }
    return PortableNode.fields(fields, 0);
  }

  private static PortableNode node(Random random, int depth) {
    int kind = depth > 5 ? 0 : random.nextInt(4);
    if (kind == 1) {
      return fields(random, depth);
    }
    if (kind == 2) {
      List<PortableNode> items = new ArrayList<>();
      int n = 1 + random.nextInt(3);
      for (int i = 0; i < n; i++) {
        items.add(node(random, depth + 1));
      }
      return PortableNode.list(items, 0);
    }
    return PortableNode.text(text(random));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int n = random.nextInt(random.nextInt(5) == 0 ? 30 : 6);
    for (int i = 0; i < n; i++) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  /** Texts that other programs and older YAML take for something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "NO",
        "on",
        "~",
        "null",
        "0x1F",
        "1_000",
        "12:30:45",
        "2024-01-01",
        ".5",
        "1e9",
        "<<"
      })
  void a_text_stays_a_text(String text) {
    PortableNode node = new PortableNode.Builder().put("country", text).build();

    assertThat(reader.read(PortableText.write(node)).textOf("country")).isEqualTo(text);
    assertThat(reader.read("country: \"" + text + "\"").textOf("country")).isEqualTo(text);
  }

  @Test
  void what_a_person_wrote_by_hand_is_understood() {
    PortableNode read =
        reader.read(
            "# ours\nseries:\n- key: hello   # a comment\n  steps: [{key: a, delayDays: 3}]\n"
                + "  text: >\n    folded\n    line\n");

    PortableNode series = read.field("series").items.get(0);
    assertThat(series.textOf("key")).isEqualTo("hello");
    assertThat(series.field("steps").items.get(0).textOf("delayDays")).isEqualTo("3");
    assertThat(series.textOf("text")).isEqualTo("folded line\n");
    assertThat(series.field("steps").line).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "SYNTAX, 2, 'a: 1\nb: \"open'",
    "SYNTAX, 2, 'a: 1\n\tb: 2'",
    "SYNTAX, 1, 'a: b: c'",
    "ALIAS, 1, 'a: &x [1]'",
    "ALIAS, 2, 'a: 1\nb: *x'",
    "TAG, 2, 'a: 1\nb: !!javax.script.ScriptEngineManager [x]'",
    "TAG, 1, 'a: !local 5'",
    "TWICE, 3, 'a: 1\nb: 2\na: 3'",
    "DOCUMENTS, 2, 'a: 1\n---\nb: 2'",
    "NO_NAME, 1, '? [x]\n: 2'",
  })
  void a_bad_file_is_refused_with_its_line(Problem problem, int line, String file) {
    UnreadableFileException refused =
        catchThrowableOfType(UnreadableFileException.class, () -> reader.read(file));

    assertThat(refused.problem).isEqualTo(problem);
    assertThat(refused.line).isEqualTo(line);
  }

  @Test
  void what_would_grow_beyond_measure_is_refused_before_it_grows() {
    assertThat(problem("[".repeat(500_000))).isEqualTo(Problem.TOO_DEEP);
    assertThat(problem("a: " + "x".repeat(PortableReader.LENGTH_MAX))).isEqualTo(Problem.TOO_LONG);
    assertThat(problem("- a\n".repeat(200_000))).isEqualTo(Problem.TOO_MANY);
    assertThat(problem("{a: ".repeat(5_000))).isEqualTo(Problem.TOO_DEEP);
  }

  private Problem problem(String file) {
    return catchThrowableOfType(UnreadableFileException.class, () -> reader.read(file)).problem;
  }

  @Test
  void differences_name_the_place_by_keys() {
    PortableNode before =
        reader.read("name: A\nsteps:\n- {key: one, delayDays: 1}\n- {key: two, delayDays: 2}\n");
    PortableNode after =
        reader.read("name: A\nsteps:\n- {key: one, delayDays: 4}\n- {key: three, name: T}\n");

    List<Difference> found = Difference.between(before, after);

    assertThat(found)
        .extracting(each -> each.path + ": " + each.before + " → " + each.after)
        .containsExactly(
            "steps / one / delayDays: 1 → 4",
            "steps / two / key: two → ",
            "steps / two / delayDays: 2 → ",
            "steps / three / key:  → three",
            "steps / three / name:  → T");
  }

  @Test
  void another_order_of_entries_is_a_difference() {
    PortableNode before = reader.read("steps:\n- {key: one}\n- {key: two}\n");
    PortableNode after = reader.read("steps:\n- {key: two}\n- {key: one}\n");

    assertThat(Difference.between(before, after)).hasSize(1);
  }
}
