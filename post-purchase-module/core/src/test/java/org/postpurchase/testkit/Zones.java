package org.postpurchase.testkit;

import java.util.TimeZone;
import java.util.concurrent.Callable;

/** Runs work as a JVM in another time zone would. */
public final class Zones {
  private Zones() {}

  public static <T> T in(String zone, Callable<T> work) throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      return work.call();
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
