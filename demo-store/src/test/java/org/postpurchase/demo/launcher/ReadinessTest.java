package org.postpurchase.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadinessTest {
  private final AtomicInteger asked = new AtomicInteger();
  private int failing;
  private HttpServer server;
  private Readiness readiness;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(asked.incrementAndGet() <= failing ? 500 : 200, -1);
          exchange.close();
        });
    server.start();
    readiness = new Readiness("http://localhost:" + server.getAddress().getPort(), () -> {});
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_page_that_fails_at_first_is_asked_for_again() {
    failing = 3;

    readiness.await("/admin/login");

    assertThat(asked).hasValue(4);
  }

  @Test
  void a_page_that_goes_on_failing_is_named_with_its_answer() {
    failing = Integer.MAX_VALUE;

    assertThatThrownBy(() -> readiness.await("/admin/login"))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("/admin/login")
        .hasMessageContaining("500");
    assertThat(asked).hasValue(30);
  }

  @Test
  void a_port_that_does_not_answer_is_no_other_case() {
    Readiness nowhere = new Readiness("http://localhost:1", () -> {}); // nobody takes that one

    assertThatThrownBy(() -> nowhere.await("/"))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("does not answer");
  }
}
