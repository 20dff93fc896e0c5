package org.postpurchase.series.fire;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.mail.MailModule;
import org.postpurchase.messaging.mail.SmtpSettings;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SeriesNode;

/** A node of the shop in a JVM of its own, working until it is killed. */
public final class NodeProcess {
  private NodeProcess() {}

  /** Arguments: JDBC address, user, password, SMTP port, and a point to halt at or nothing. */
  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    if (!args[1].isEmpty()) { // else it is part of the address
      config.setUsername(args[1]);
      config.setPassword(args[2]);
    }
    config.setMaximumPoolSize(4);
    DataSource pool = new HikariDataSource(config);
    DataSource source = args.length > 4 ? new HaltingDataSource(args[4]).around(pool) : pool;
    SeriesNode node =
        new SeriesNode(
            CoreDatabase.existing(source),
            Clock.systemUTC(),
            "node-" + ProcessHandle.current().pid(),
            CrowdedShop.around(smtp(Integer.parseInt(args[3]))));
    while (ProcessHandle.current().parent().map(ProcessHandle::isAlive).orElse(false)) {
      try {
        node.run();
      } catch (RuntimeException e) { // as the loop of a real node: at the next look
        System.err.println(org.postpurchase.shared.Reasons.of(e));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  static Channel smtp(int port) {
    return MailModule.smtp(
        () ->
            new SmtpSettings(
                "smtp",
                "127.0.0.1",
                port,
                null,
                null,
                "Fennbrook <shop@shop.example>",
                new Properties()));
  }

  static Process start(
      int batch, String url, String user, String password, int smtpPort, String... point)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(url, user, password, Integer.toString(smtpPort)));
    arguments.addAll(List.of(point));
    return java(NodeProcess.class, batch, arguments);
  }

  /** Another JVM like this one with less memory. */
  static Process java(Class<?> main, int batch, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dpp.batch=" + batch,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    Path log = Path.of("target", "node-under-fire.log");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
