package org.postpurchase.person;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postpurchase.series.fire.HaltingDataSource;
import org.postpurchase.testkit.CoreDatabase;

/** A node in a JVM of its own that collects or follows orders and halts at a named point of it. */
public final class PeopleNode {
  static final int ORDERS = 40;

  /** What nodes do. */
  enum Work {
    COLLECT,
    EVENTS
  }

  private PeopleNode() {}

  /** Arguments: JDBC address, user, password, work, point. */
  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(3);
    DataSource source = new HaltingDataSource(args[4]).around(new HikariDataSource(config));
    PeopleWorld world = new PeopleWorld(CoreDatabase.existing(source), false);
    work(world, Work.valueOf(args[3]));
    Runtime.getRuntime().halt(0); // the point was not reached
  }

  static Process start(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dpp.batch=100",
                "-cp",
                System.getProperty("java.class.path"),
                PeopleNode.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(Path.of("target", "people-node.log").toFile()))
        .start();
  }

  /** Everybody has one order from the past, and some another one since. */
  static void work(PeopleWorld world, Work work) {
    for (long id = 1; id <= ORDERS; id++) {
      world.shop.order(
          id, 0, "p" + id + "@example.com", PeopleWorld.START.minus(Duration.ofDays(id)));
    }
    if (work == Work.COLLECT) {
      world.runWork();
      return;
    }
    List<Long> second = new ArrayList<>();
    for (long id = 1; id <= ORDERS / 2; id++) {
      world.shop.order(ORDERS + id, 0, "p" + id + "@example.com", PeopleWorld.START);
      second.add(ORDERS + id);
    }
    world.happened(second.toArray(new Long[0]));
  }
}
