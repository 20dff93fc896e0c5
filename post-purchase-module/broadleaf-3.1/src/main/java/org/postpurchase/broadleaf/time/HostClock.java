package org.postpurchase.broadleaf.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.broadleafcommerce.common.time.SystemTime;

/**
 * The shop's business clock: follows the host's own time source, which stores and tests may
 * replace.
 */
public final class HostClock extends Clock {
  private final ZoneId zone;

  public HostClock() {
    this(ZoneOffset.UTC);
  }

  private HostClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new HostClock(other);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(SystemTime.asMillis());
  }
}
