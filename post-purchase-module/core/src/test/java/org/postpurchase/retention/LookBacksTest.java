package org.postpurchase.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postpurchase.restraint.ChannelPace;

/**
 * Who reads the rows that a night may delete, and how far back. A new reader fails the test until
 * somebody has said here whether it decides anything by old rows.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LookBacksTest {
  private static final Duration NONE = Duration.ZERO;
  private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

  /** Tables of each kind, and the longest past by which each of their readers decides. */
  private static final Map<OldRows.Kind, Map<String, Duration>> READERS =
      Map.of(
          OldRows.Kind.MESSAGES,
          Map.ofEntries(
              Map.entry("JdbcContactStore", Duration.ofHours(ChannelPace.HOURS_MAX)),
              Map.entry("MessageSql", NONE), // states, lists and counts of what waits
              Map.entry("QueueMessages", NONE), // a message's key: its step acts once by itself
              Map.entry("FeedbackJdbcModule", NONE), // a bounce of a mail that is gone still counts
              Map.entry("JdbcFigures", NONE), // shown, not decided by
              Map.entry("WaitingWork", NONE), // counts for the menu
              Map.entry("JdbcClickStore", NONE), // a click on a mail that is gone only redirects
              Map.entry("JdbcSunsetStore", NONE), // asks for as many days as it looks back
              Map.entry("Sources", NONE), // the person's time line
              Map.entry("JdbcStaffTaskStore", NONE), // shown
              Map.entry("PersonKeys", NONE), // erasure: what is gone names nobody
              Map.entry("JdbcPersonalData", NONE),
              Map.entry("PersonalTables", NONE)));

  private static final Map<OldRows.Kind, String> TABLES =
      Map.of(OldRows.Kind.MESSAGES, "PP_MESSAGE");

  @Test
  void every_reader_of_messages_is_known() throws IOException {
    for (OldRows.Kind kind : READERS.keySet()) {
      assertThat(readersOf(TABLES.get(kind))).as(kind.name()).isEqualTo(READERS.get(kind).keySet());
    }
  }

  @ParameterizedTest
  @EnumSource(OldRows.Kind.class)
  void nothing_is_deleted_by_which_somebody_still_decides(OldRows.Kind kind) {
    int days = Math.max(DeleteOldRows.Plan.DAYS_MIN, kind.leastDays);
    READERS
        .getOrDefault(kind, Map.of())
        .forEach(
            (reader, past) -> assertThat(Duration.ofDays(days)).as(reader).isGreaterThan(past));
  }

  private static Set<String> readersOf(String table) throws IOException {
    Pattern named = Pattern.compile("\\b" + table + "\\b");
    Set<String> readers = new TreeSet<>();
    for (String module : List.of("core", "broadleaf-3.1")) {
      try (Stream<Path> files = Files.walk(MODULES.resolve(module).resolve("src/main/java"))) {
        for (Path file :
            files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList())) {
          String name = file.getFileName().toString().replace(".java", "");
          boolean own = Set.of("JdbcOldRows", "OwnTables").contains(name);
          if (!own && named.matcher(Files.readString(file)).find()) {
            readers.add(name);
          }
        }
      }
    }
    return readers;
  }
}
