package org.postpurchase.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FilenameFilter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IsolationTest {
  private static final String[] FOREIGN = {
    "liquibase.Liquibase", "com.opencsv.CSVReader", "org.yaml.snakeyaml.Yaml"
  };

  private static final FilenameFilter IS_XML = (folder, name) -> name.endsWith(".xml");

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
  void settings_of_the_stores_own_liquibase_change_nothing() throws SQLException {
    System.setProperty("liquibase.liquibaseSchemaName", "ELSEWHERE");
    System.setProperty("liquibase.preserveSchemaCase", "true");
    try (TestDatabase database = TestDatabase.hsqldb()) {
      new Migrations(database.dataSource()).run(Phase.SCHEMA);
      assertThat(new Catalogue(database.dataSource()).tables()).contains("PP_OUTBOX");
    } finally {
      System.clearProperty("liquibase.liquibaseSchemaName");
      System.clearProperty("liquibase.preserveSchemaCase");
    }
  }

  @Test
  void every_file_of_changes_keeps_to_liquibases_schema() throws Exception {
    File jar = new File("target/classes/" + NestedJars.FOLDER + "liquibase-core.jar");
    String xsd = "www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd";
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new URL("jar:" + jar.toURI() + "!/" + xsd))
            .newValidator();
    File[] files = new File("target/classes/META-INF/pp-migrations").listFiles(IS_XML);
    assertThat(files).hasSizeGreaterThan(60);
    for (File file : files) {
      validator.validate(new StreamSource(file));
    }
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
