package org.postpurchase.broadleaf.testkit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Named moments in and around a checkout, at which a test can throw or halt the JVM. */
public final class Checkpoints {
  private static final ConcurrentMap<String, Runnable> ACTIONS = new ConcurrentHashMap<>();

  private Checkpoints() {}

  public static void at(String point, Runnable action) {
    ACTIONS.put(point, action);
  }

  public static void clear() {
    ACTIONS.clear();
  }

  public static void reached(String point) {
    Runnable action = ACTIONS.get(point);
    if (action != null) {
      action.run();
    }
  }
}
