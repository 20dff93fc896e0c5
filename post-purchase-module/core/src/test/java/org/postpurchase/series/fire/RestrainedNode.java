package org.postpurchase.series.fire;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SeriesNode;

/** A node of the restrained shop in a JVM of its own, working until it is killed. */
public final class RestrainedNode {
  private RestrainedNode() {}

  /** Arguments: JDBC address, user, password, folder of the files, and the number of people. */
  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    if (!args[1].isEmpty()) { // else it is part of the address
      config.setUsername(args[1]);
      config.setPassword(args[2]);
    }
    config.setMaximumPoolSize(4);
    SeriesNode node =
        new RestrainedShop(Path.of(args[3]), Integer.parseInt(args[4]))
            .node(
                CoreDatabase.existing(new HikariDataSource(config)),
                owner(ProcessHandle.current()));
    while (ProcessHandle.current().parent().map(ProcessHandle::isAlive).orElse(false)) {
      try {
        node.run();
      } catch (RuntimeException e) { // as the loop of a real node: at the next look
        System.err.println(org.postpurchase.shared.Reasons.of(e));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  static String owner(ProcessHandle process) {
    return "node-" + process.pid();
  }
}
