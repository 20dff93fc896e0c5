package org.postpurchase.site.unsubscribe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/**
 * Recognises the button of a mail program (RFC 8058): {@code List-Unsubscribe=One-Click} as a form
 * of either kind. Forms in several parts are read here, since few stores have a parser for them.
 */
final class OneClick {
  private static final String NAME = "List-Unsubscribe";
  private static final String VALUE = "One-Click";
  private static final Pattern PART =
      Pattern.compile("name=\"?" + NAME + "\"?[^\\n]*\\n(?:[^\\n]+\\n)*\\r?\\n" + VALUE);
  private static final int BODY_MAX = 4096;

  private OneClick() {}

  static boolean is(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    boolean inParts =
        type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
    return VALUE.equalsIgnoreCase(request.getParameter(NAME))
        || inParts && PART.matcher(body(request)).find();
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
