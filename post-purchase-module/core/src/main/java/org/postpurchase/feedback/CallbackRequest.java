package org.postpurchase.feedback;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that says that it comes from a provider. Nothing of it is true by itself. Immutable.
 */
public final class CallbackRequest {
  /** Path and query as they were asked for, undecoded and without the host's name. */
  public final String target;

  /** By name in lower case. */
  private final Map<String, String> headers;

  /** Fields of a form, by name; the first value of each. */
  public final Map<String, String> form;

  /** The body as it came. */
  private final byte[] body;

  public CallbackRequest(
      String target, Map<String, String> headers, Map<String, String> form, byte[] body) {
    this.target = requireNonNull(target, "target");
    Map<String, String> lower = new HashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    this.headers = lower;
    this.form = Collections.unmodifiableMap(new TreeMap<>(form));
    this.body = body.clone();
  }

  /** Empty when there is none. */
  public String header(String name) {
    String value = headers.get(name.toLowerCase(Locale.ROOT));
    return value == null ? "" : value;
  }

  public String field(String name) {
    String value = form.get(name);
    return value == null ? "" : value;
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
