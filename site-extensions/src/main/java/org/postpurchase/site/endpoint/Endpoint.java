package org.postpurchase.site.endpoint;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One address of ours and what is served there. */
final class Endpoint {
  /** The pattern as mappings write it; ends with {@code **} for whatever follows. */
  public final String pattern;

  /** In the order of the answer's {@code Allow}, without OPTIONS. */
  public final List<String> methods;

  Endpoint(String pattern, String... methods) {
    this.pattern = pattern;
    this.methods = Collections.unmodifiableList(Arrays.asList(methods));
  }

  boolean isAt(String path) {
    return pattern.endsWith("**")
        ? path.startsWith(pattern.substring(0, pattern.length() - 2))
        : path.equals(pattern) || path.equals(pattern + "/");
  }

  boolean serves(String method) {
    return methods.contains(method);
  }

  /** The value of {@code Allow}. */
  public String allowed() {
    return String.join(", ", methods) + ", OPTIONS";
  }

  @Override
  public String toString() {
    return pattern;
  }
}
