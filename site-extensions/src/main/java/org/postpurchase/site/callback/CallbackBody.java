package org.postpurchase.site.callback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.feedback.CallbackRequest;

/** Reads a callback once, and no further than any is long. */
final class CallbackBody {
  private static final int FIELDS_MAX = 100;

  private CallbackBody() {}

  /**
   * @param most how many bytes are read
   * @return null when it is longer
   */
  static CallbackRequest read(HttpServletRequest request, int most) throws IOException {
    if (request.getContentLength() > most) {
      return null;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = request.getInputStream();
    byte[] part = new byte[8192];
    int read = in.read(part);
    while (read > 0) {
      all.write(part, 0, read);
      if (all.size() > most) {
        return null;
      }
      read = in.read(part);
    }
    byte[] body = all.toByteArray();
    String type = request.getContentType();
    boolean isForm = type != null && type.startsWith("application/x-www-form-urlencoded");
    return new CallbackRequest(
        CallbackPath.target(request),
        headers(request),
        isForm ? form(new String(body, StandardCharsets.ISO_8859_1)) : Collections.emptyMap(),
        body);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    Enumeration<String> names = request.getHeaderNames();
    while (names != null && names.hasMoreElements()) {
      String name = names.nextElement();
      headers.put(name, request.getHeader(name));
    }
    return headers;
  }

  private static Map<String, String> form(String body) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : body.split("&", FIELDS_MAX)) {
      int at = field.indexOf('=');
      if (at > 0) {
        form.putIfAbsent(decoded(field.substring(0, at)), decoded(field.substring(at + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) throws IOException {
    try {
      return URLDecoder.decode(text, "UTF-8");
    } catch (IllegalArgumentException broken) { // no signature fits what cannot be read
      return text;
    }
  }
}
