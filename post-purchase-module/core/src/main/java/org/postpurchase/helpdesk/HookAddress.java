package org.postpurchase.helpdesk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where webhooks go, as somebody has typed it and as it can be used. Immutable. */
public final class HookAddress {
  public static final int CHARACTERS_MAX = 500;
  private static final int PORT_MAX = 65_535;

  public final boolean encrypted;
  public final String host;
  public final int port;

  /** Path and query as they are sent. */
  final String target;

  private HookAddress(URI uri) {
    encrypted = uri.getScheme().equalsIgnoreCase("https");
    host = uri.getHost().toLowerCase(Locale.ROOT);
    port = uri.getPort() > 0 ? uri.getPort() : encrypted ? 443 : 80;
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    target = (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  /**
   * @param plainAllowed whether http is allowed, which is read by whoever is on the way
   * @return empty for what is no such address
   */
  public static Optional<HookAddress> read(String typed, boolean plainAllowed) {
    if (typed.length() > CHARACTERS_MAX || !typed.matches("[\\x21-\\x7e]+")) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(typed);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean known = scheme.equals("https") || scheme.equals("http") && plainAllowed;
      boolean complete =
          uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      return known && complete && uri.getPort() <= PORT_MAX && uri.getPort() != 0
          ? Optional.of(new HookAddress(uri))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The value of {@code Host}. */
  String authority() {
    return port == (encrypted ? 443 : 80) ? host : host + ':' + port;
  }
}
