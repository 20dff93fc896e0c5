package org.postpurchase.helpdesk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postpurchase.testkit.CoreDatabase;

/** A node of the shop that calls the help desk without a pause, until the power goes. */
public final class HelpDeskNode {
  private HelpDeskNode() {}

  /** Arguments: JDBC address, user, password, and the node's name. */
  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(3);
    CoreDatabase database = CoreDatabase.existing(new HikariDataSource(config));
    CallHelpDesk caller = HelpDeskFixture.callerOn(database, args[3]);
    while (ProcessHandle.current().parent().map(ProcessHandle::isAlive).orElse(false)) {
      if (caller.runDue() == 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }
  }

  static Process start(String url, String user, String password, String name) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx100m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HelpDeskNode.class.getName(),
                url,
                user == null ? "" : user,
                password == null ? "" : password,
                name))
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(Path.of("target", "help-desk-nodes.log").toFile()))
        .start();
  }
}
