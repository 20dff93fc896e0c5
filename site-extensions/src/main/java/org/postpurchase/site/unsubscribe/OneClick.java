package org.postpurchase.site.unsubscribe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;

/**
 * Recognises the button of a mail program (RFC 8058): {@code List-Unsubscribe=One-Click} as a form
 * of either kind. Forms are read here, since few stores have a parser for several parts, and no
 * further than such a form is long.
 */
final class OneClick {
  private static final String NAME = "List-Unsubscribe";
  private static final String VALUE = "One-Click";
  private static final int BODY_MAX = 800;

  private OneClick() {}

  static boolean is(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    String body = type == null ? "" : body(request);
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return isInParts(body.replace("\r\n", "\n"));
    }
    boolean readByTheStore = body.isEmpty();
    return readByTheStore
        ? VALUE.equalsIgnoreCase(request.getParameter(NAME))
        : Arrays.stream(body.trim().split("&"))
            .anyMatch(field -> field.equalsIgnoreCase(NAME + "=" + VALUE));
  }

  private static boolean isInParts(String body) {
    int name = Math.max(body.indexOf("name=\"" + NAME + '"'), body.indexOf("name=" + NAME));
    int headersEnd = name < 0 ? -1 : body.indexOf("\n\n", name);
    return headersEnd >= 0 && body.startsWith(VALUE, headersEnd + 2);
  }

  private static String body(HttpServletRequest request) throws IOException {
    byte[] body = new byte[BODY_MAX];
    int length = 0;
    InputStream in = request.getInputStream();
    int read = in.read(body, length, BODY_MAX - length);
    while (read > 0) {
      length += read;
      read = in.read(body, length, BODY_MAX - length);
    }
    return new String(body, 0, length, StandardCharsets.ISO_8859_1);
  }
}
