package org.postpurchase.migrations;

import java.lang.management.ManagementFactory;
import java.util.UUID;

/** Names a run for people (process id and host), and uniquely even for two runs of one process. */
final class ProcessName {
  private ProcessName() {}

  static String current() {
    String process = ManagementFactory.getRuntimeMXBean().getName();
    String readable = process.length() > 150 ? process.substring(0, 150) : process;
    return readable + " " + UUID.randomUUID();
  }
}
