package org.postpurchase.demo.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptControllerTest {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;

  @Test
  void a_database_that_takes_no_changes_is_503_in_words() throws Exception {
    new WarehouseController()
        .failed(
            new IllegalStateException(
                "could not commit",
                new IllegalArgumentException(
                    new SQLException("cannot execute UPDATE in a read-only transaction"))),
            response());

    assertThat(status).isEqualTo(503);
    assertThat(body.toString(StandardCharsets.UTF_8))
        .contains("read-only transaction", "Nothing was noted", "Try again");
  }

  @Test
  void every_other_failure_stays_what_it_is() {
    IllegalStateException bug = new IllegalStateException("a bug");

    assertThatThrownBy(() -> new WarehouseController().failed(bug, response())).isSameAs(bug);
    assertThat(status).isZero();
  }

  private HttpServletResponse response() {
    ServletOutputStream out =
        new ServletOutputStream() {
          @Override
          public void write(int b) throws IOException {
            body.write(b);
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setWriteListener(WriteListener listener) {}
        };
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, args) -> {
              if (method.getName().equals("setStatus")) {
                status = (Integer) args[0];
              }
              return method.getName().equals("getOutputStream") ? out : null;
            });
  }
}
