package org.postpurchase.migrations;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The command line: {@code java -cp post-purchase-migrations.jar:driver.jar
 * org.postpurchase.migrations.Migrate --url jdbc:… --user …}.
 *
 * <p>Exit codes: 0 the database is up to date (or the SQL is printed), 1 the database refused or
 * cannot be reached, 2 the command was not understood. Results go to standard output, errors to
 * standard error. Safe to repeat and to run beside a store that starts.
 */
public final class Migrate {
  private final PrintStream out;
  private final PrintStream err;

  Migrate(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(new Migrate(System.out, System.err).run(args, System.getenv()));
  }

  int run(String[] args, Map<String, String> environment) {
    try {
      MigrateArguments arguments = MigrateArguments.parse(args, environment);
      if (arguments.help) {
        out.print(MigrateArguments.USAGE);
      } else if (arguments.offline != null) {
        out.print(Migrations.offlineSql(arguments.offline, arguments.phase));
      } else {
        online(arguments);
      }
      return 0;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.print(MigrateArguments.USAGE);
      return 2;
    } catch (MigrationException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private void online(MigrateArguments arguments) {
    requireDriver(arguments.url);
    Migrations migrations =
        new Migrations(new UrlDataSource(arguments.url, arguments.user, arguments.password));
    if (arguments.sql) {
      out.print(migrations.sql(arguments.phase));
      return;
    }
    MigrationReport report = migrations.run(arguments.phase);
    if (report.abandonedBy().isPresent()) {
      out.println("Took over the lock of a process that died: " + report.abandonedBy().get());
    }
    for (String warning : report.warnings()) {
      out.println("Warning: " + warning);
    }
    for (String change : report.applied()) {
      out.println("Applied " + change);
    }
    out.println(
        report.applied().isEmpty()
            ? "Nothing to do: the database is up to date."
            : "Done: " + report.applied().size() + " changes applied.");
  }

  private static void requireDriver(String url) {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "No JDBC driver on the class path understands "
              + withoutSecrets(url)
              + ". Add the driver's jar: java -cp post-purchase-migrations.jar:driver.jar …",
          e);
    }
  }

  /** Some drivers take the password in the URL; it must not end up in a build log. */
  private static String withoutSecrets(String url) {
    return url.split("[?;]", 2)[0];
  }
}
