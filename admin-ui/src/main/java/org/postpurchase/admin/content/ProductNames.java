package org.postpurchase.admin.content;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** Products as the forms' list of suggestions reads them: a line for each, name and number. */
final class ProductNames {
  private ProductNames() {}

  static void write(Map<Long, String> products, HttpServletResponse response) throws IOException {
    StringBuilder lines = new StringBuilder();
    products.forEach(
        (id, name) ->
            lines.append(name.replaceAll("\\s+", " ")).append(" #").append(id).append('\n'));
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().write(lines.toString());
  }
}
