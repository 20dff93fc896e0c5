package org.postpurchase.demo.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers scripts in plain text, also when the database does not take what they want. */
abstract class ScriptController {
  private static final int DEPTH_MAX = 20;

  /**
   * 503 in words when the database is what failed; nothing was noted then, and the call may be
   * repeated. Everything else stays what it is.
   */
  @ExceptionHandler(RuntimeException.class)
  void failed(RuntimeException failure, HttpServletResponse response) throws IOException {
    SQLException cause = database(failure);
    if (cause == null) {
      throw failure;
    }
    answer(
        response,
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        "The database did not take this: "
            + cause.getMessage()
            + "\nNothing was noted. Try again when it takes changes.");
  }

  private static SQLException database(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
      if (cause instanceof SQLException) {
        return (SQLException) cause;
      }
      cause = cause.getCause();
    }
    return null;
  }

  static void answer(HttpServletResponse response, int status, String text) throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
