package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
  private final List<Throwable> causes = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5; // the counter of a JVM may turn over

  private final SparseLog log =
      new SparseLog(
          (Logger)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {Logger.class},
                  (proxy, method, args) -> {
                    boolean template = args[0].equals("{}");
                    lines.add(method.getName() + " " + (template ? args[1] : args[0]));
                    if (!template) {
                      causes.add((Throwable) args[1]);
                    }
                    return null;
                  }),
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

  @Test
  void no_address_of_anybody_gets_into_a_log_neither_in_a_line_nor_in_a_cause() {
    Throwable cause =
        new IllegalStateException(
            "550 5.1.1 <ada@example.com>: no",
            new IllegalArgumentException("key buyer=\"Odd One\"@example.com, b%40example.com"));
    cause.addSuppressed(new IllegalStateException("bob.smith+x@example.org"));

    log.warn("a", "refused: <Ada.L@example.com>: User unknown, mailto:x@y.example");
    log.error("b", "failed for ada@example.com", cause);

    assertThat(lines).hasSize(2);
    assertThat(lines.toString())
        .doesNotContain("ada@")
        .doesNotContain("x@y")
        .contains("***@example.com");
    StringWriter trace = new StringWriter();
    causes.get(0).printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .doesNotContain("ada@")
        .doesNotContain("Odd One")
        .doesNotContain("b%40")
        .doesNotContain("bob.smith")
        .contains("IllegalStateException: 550 5.1.1 <***@example.com>: no")
        .contains("at org.postpurchase.shared.SparseLogTest.no_address");
  }

  @Test
  void a_cause_without_an_address_is_written_as_it_is() {
    Throwable cause = new IllegalStateException("deadlock");
    log.error("b", "failed", cause);
    assertThat(causes.get(0)).isSameAs(cause);
  }
}
