package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SparseLogTest {
  private final List<String> lines = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5; // the counter of a JVM may turn over

  private final SparseLog log =
      new SparseLog(
          (Logger)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {Logger.class},
                  (proxy, method, args) -> lines.add(method.getName() + " " + args[0])),
          () -> now);

  @Test
  void a_thousand_failures_of_a_kind_are_one_line_a_minute_with_their_number() {
    for (int i = 0; i < 1475; i++) {
      log.error("handler", "handler failed", new IllegalStateException());
    }
    log.error("loop", "loop failed", new IllegalStateException());
    now += TimeUnit.MINUTES.toNanos(1);
    log.error("handler", "handler failed", new IllegalStateException());
    now += TimeUnit.MINUTES.toNanos(1);
    log.error("handler", "handler failed", new IllegalStateException());

    assertThat(lines)
        .containsExactly(
            "error handler failed",
            "error loop failed",
            "error handler failed (and 1474 more of this kind since the last such line)",
            "error handler failed");
  }
}
