package org.postpurchase.broadleaf.config;

import java.lang.management.ManagementFactory;
import java.util.UUID;

/** The name under which this node holds leases. */
final class NodeName {
  private NodeName() {}

  /**
   * Process, host and a part of our own, so that two webapps of one JVM differ; fits a lease's
   * owner column.
   */
  static String ofThisContext() {
    String process = ManagementFactory.getRuntimeMXBean().getName();
    String unique = UUID.randomUUID().toString().substring(0, 8);
    return process.substring(0, Math.min(process.length(), 70)) + "/" + unique;
  }
}
