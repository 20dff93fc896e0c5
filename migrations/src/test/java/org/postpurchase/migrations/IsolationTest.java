package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IsolationTest {
  private static final String[] FOREIGN = {
    "liquibase.Liquibase", "com.opencsv.CSVReader", "org.yaml.snakeyaml.Yaml"
  };

  @Test
  void nothing_of_liquibase_reaches_the_store() {
    try (TestDatabase database = TestDatabase.hsqldb().migrate()) {
      for (String name : FOREIGN) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
      }
      ClassLoader store = Thread.currentThread().getContextClassLoader();
      assertThat(store.getResource("META-INF/services/liquibase.database.Database")).isNull();
    }
  }

  @Test
  void a_run_prints_nothing_and_leaves_no_thread_behind() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (TestDatabase database = TestDatabase.hsqldb()) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(System.out);
      new Migrations(database.dataSource()).run(Phase.ALL);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("pp-migrations"));
  }

  @Test
  void the_list_of_nested_jars_is_complete() throws IOException {
    Path folder = Path.of("target", "classes", NestedJars.FOLDER);
    try (Stream<Path> jars = Files.list(folder)) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .containsExactlyInAnyOrder(NestedJars.NAMES);
    }
  }
}
