package org.postpurchase.demo.site;

import java.time.Instant;

/**
 * Moves the shop's time forward.
 *
 * <p>The one place to replace when something in the shop waits for time: an implementation stops at
 * every due moment on the way and returns when all that became due is done.
 */
interface TimeTravel {

  /** Returns once the shop's time has reached {@code target}. Calls never overlap. */
  void to(Instant target);
}
