package org.postpurchase.admin.ui;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** An answer to a script of our own pages. */
public final class JsonAnswer {
  private JsonAnswer() {}

  public static void write(HttpServletResponse response, Map<String, Object> answer)
      throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().write(JsonText.of(answer));
  }
}
