package org.postpurchase.demo.shared;

import org.broadleafcommerce.common.time.SystemTime;
import org.broadleafcommerce.common.time.TimeSource;
import org.postpurchase.demo.launcher.DemoRuntime;

/** Makes the host tell the demo's time instead of the machine's. */
public final class HostTime implements TimeSource {

  /** Takes effect for every thread of this webapp. */
  public void install() {
    SystemTime.setGlobalTimeSource(this);
  }

  /** Gives the host its own time back. */
  public void remove() {
    SystemTime.resetGlobalTimeSource();
  }

  @Override
  public long timeInMillis() {
    return DemoRuntime.clock().millis();
  }
}
