package org.postpurchase.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Failures that tests provoke on purpose need no lines in the build's output. */
public final class QuietLogs {
  private static final List<Logger> KEPT = new ArrayList<>();

  private QuietLogs() {}

  public static synchronized void forTests() {
    if (!KEPT.isEmpty()) {
      return;
    }
    System.setProperty("hsqldb.reconfig_logging", "false"); // else it resets all levels
    for (String name :
        List.of(
            "org.postpurchase", "org.mariadb", "com.zaxxer", "org.springframework", "liquibase")) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.OFF);
      KEPT.add(logger);
    }
  }
}
