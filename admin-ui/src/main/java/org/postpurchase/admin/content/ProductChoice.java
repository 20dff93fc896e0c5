package org.postpurchase.admin.content;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.segment.GoodsNames;

/** A product as somebody types it into a form: by name, number, or both as suggested. */
public final class ProductChoice {
  private static final Pattern NUMBER = Pattern.compile("(?:.*#)?(\\d{1,18})");
  private static final int NAMED_MOST = 2;

  private ProductChoice() {}

  /** The number that was typed or belongs to the only product of that name; else 0. */
  public static long of(String typed, GoodsNames goods) {
    String product = typed.trim();
    Matcher number = NUMBER.matcher(product);
    if (number.matches()) {
      return Long.parseLong(number.group(1));
    }
    if (product.isEmpty()) {
      return 0;
    }
    Map<Long, String> named = goods.productsNamed(product, NAMED_MOST);
    for (Map.Entry<Long, String> each : named.entrySet()) {
      if (each.getValue().equalsIgnoreCase(product)) {
        return each.getKey();
      }
    }
    return named.size() == 1 ? named.keySet().iterator().next() : 0;
  }

  /** As the forms' list of suggestions reads them: a line for each, name and number. */
  public static void write(Map<Long, String> products, HttpServletResponse response)
      throws IOException {
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
