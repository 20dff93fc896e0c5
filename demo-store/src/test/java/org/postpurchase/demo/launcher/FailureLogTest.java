package org.postpurchase.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailureLogTest {
  private static final Logger CONTAINER = Logger.getLogger("org.apache");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Tomcat tomcat = new Tomcat();
  @TempDir Path work;

  @BeforeEach
  void serve() throws Exception {
    CONTAINER.setLevel(Level.OFF);
    tomcat.setBaseDir(work.toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    tomcat.getHost().getPipeline().addValve(new FailureLog(lines::add));
    webapp("", "shop");
    webapp("/admin", "admin");
    tomcat.start();
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
    CONTAINER.setLevel(null);
  }

  @Test
  void failures_of_both_webapps_are_in_the_log_with_their_cause() throws Exception {
    assertThat(status("/thrown?token=secret")).isEqualTo(500);
    awaitLines(1);
    assertThat(status("/admin/thrown")).isEqualTo(500);
    awaitLines(2);
    assertThat(status("/admin/handled")).isEqualTo(500);
    awaitLines(3);
    assertThat(status("/admin/said")).isEqualTo(503);
    awaitLines(4);

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .contains("site answers 500 to GET /thrown", "the pool is empty")
        .doesNotContain("secret");
    assertThat(lines.get(1)).contains("/admin answers 500 to GET /admin/thrown", "pool is empty");
    assertThat(lines.get(2)).contains("made into a page", "at org.postpurchase");
    assertThat(lines.get(3)).contains("503", "come back later");
  }

  /** An answer is out before its line is written. */
  private void awaitLines(int count) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (lines.size() < count && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void what_goes_well_or_is_the_callers_fault_is_not_in_the_log() throws Exception {
    assertThat(status("/well")).isEqualTo(200);
    assertThat(status("/wrong")).isEqualTo(400);

    assertThat(lines).isEmpty();
  }

  private int status(String path) throws Exception {
    URI address = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private void webapp(String path, String name) {
    Context context = tomcat.addContext(path, new File(work.toString()).getPath());
    Tomcat.addServlet(context, name, new Answers());
    context.addServletMappingDecoded("/", name);
  }

  private static final class Answers extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, java.io.IOException {
      switch (request.getServletPath()) {
        case "/thrown":
          throw new ServletException(
              "the page failed", new IllegalStateException("the pool is empty"));
        case "/handled":
          request.setAttribute("exception", new IllegalStateException("made into a page"));
          response.setStatus(500);
          break;
        case "/said":
          response.sendError(503, "come back later");
          break;
        case "/wrong":
          response.sendError(400);
          break;
        default:
          break;
      }
    }
  }
}
