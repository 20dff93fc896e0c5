package org.postpurchase.series.canary;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/** Each of the ways to learn the time behind the shop's back. */
final class AsksTheSystem {
  private AsksTheSystem() {}

  static final class ForAnInstant {
    Instant now = Instant.now();
  }

  static final class ForMillis {
    long now = System.currentTimeMillis();
  }

  @SuppressWarnings("JavaUtilDate")
  static final class ForADate {
    Date now = new Date();
  }

  static final class ForAClock {
    Clock clock = Clock.systemUTC();
  }
}
