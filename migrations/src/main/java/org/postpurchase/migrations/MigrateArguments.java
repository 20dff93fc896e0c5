package org.postpurchase.migrations;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;

/** What the command line asked for. Mistakes are {@link IllegalArgumentException}s for people. */
final class MigrateArguments {
  static final String USAGE =
      "Usage: Migrate --url <jdbc url> [--user <name>] [--password <password>]\n"
          + "               [--phase schema|all|host-indexes|search-indexes] [--sql]\n"
          + "       Migrate --offline postgresql|mysql|mariadb|hsqldb [--phase"
          + " schema|all|host-indexes|search-indexes]\n"
          + "  --phase    schema: tables only (default); all: the admin menu and permissions too;\n"
          + "             host-indexes: tables, and indexes that the shop's own tables lack\n"
          + "             search-indexes: tables, and on PostgreSQL indexes to find people by"
          + " parts\n"
          + "  --sql      print the SQL that is missing in the database, change nothing\n"
          + "  --offline  print the SQL for an empty database, without any database\n"
          + "The password may also be given in the environment variable PP_DB_PASSWORD.\n";

  String url;
  String user;
  String password;
  Phase phase = Phase.SCHEMA;
  boolean sql;
  boolean help;
  TargetDatabase offline;

  private MigrateArguments() {}

  static MigrateArguments parse(String[] args, Map<String, String> environment) {
    MigrateArguments parsed = new MigrateArguments();
    parsed.password = environment.get("PP_DB_PASSWORD");
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
    while (!rest.isEmpty()) {
      parsed.take(rest.poll(), rest);
    }
    if (!parsed.help && (parsed.url == null) == (parsed.offline == null)) {
      throw new IllegalArgumentException("Give either --url or --offline.");
    }
    return parsed;
  }

  private void take(String option, Deque<String> rest) {
    switch (option) {
      case "--url":
        url = value(option, rest);
        break;
      case "--user":
        user = value(option, rest);
        break;
      case "--password":
        password = value(option, rest);
        break;
      case "--phase":
        phase = oneOf(Phase.class, option, value(option, rest));
        break;
      case "--offline":
        offline = oneOf(TargetDatabase.class, option, value(option, rest));
        break;
      case "--sql":
        sql = true;
        break;
      case "--help":
        help = true;
        break;
      default:
        throw new IllegalArgumentException("Unknown option " + option + ".");
    }
  }

  private static String value(String option, Deque<String> rest) {
    String value = rest.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return value;
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String option, String value) {
    for (E candidate : type.getEnumConstants()) {
      if (candidate.name().equals(value.toUpperCase(Locale.ROOT).replace('-', '_'))) {
        return candidate;
      }
    }
    String choices =
        Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', '-');
    throw new IllegalArgumentException(option + " must be one of " + choices + ".");
  }
}
