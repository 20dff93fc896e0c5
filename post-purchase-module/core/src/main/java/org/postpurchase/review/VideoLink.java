package org.postpurchase.review;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Where an author's video is. It is shown as a link: nothing of the other site is loaded into a
 * page of the shop. Only https addresses of hosts that the shop has named are taken. Immutable.
 */
public final class VideoLink {
  public static final int CHARACTERS_MAX = 300;
  private static final int HTTPS = 443;

  /** As it is kept and linked to. */
  public final String url;

  /** To be shown to people, without {@code www.}. */
  public final String host;

  private VideoLink(String url, String host) {
    this.url = url;
    this.host = host;
  }

  /**
   * @param hosts those that the shop has named; their subdomains are meant too
   * @return empty for anything else
   */
  public static Optional<VideoLink> read(String typed, Collection<String> hosts) {
    String text = typed.trim();
    if (text.length() > CHARACTERS_MAX || !text.matches("[\\x21-\\x7e]+")) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      boolean plain =
          "https".equalsIgnoreCase(uri.getScheme())
              && uri.getRawUserInfo() == null
              && (uri.getPort() == -1 || uri.getPort() == HTTPS);
      boolean known = hosts.stream().anyMatch(h -> host.equals(h) || host.endsWith("." + h));
      return plain && known ? Optional.of(of(uri, host)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static VideoLink of(URI uri, String host) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new VideoLink(
        "https://" + host + path + query, host.startsWith("www.") ? host.substring(4) : host);
  }

  /**
   * Reads hosts such as {@code youtube.com, vimeo.com}.
   *
   * @throws PostPurchaseException naming the part that is no host
   */
  public static Set<String> hosts(String text) {
    Set<String> hosts = new LinkedHashSet<>();
    for (String part : text.toLowerCase(Locale.ROOT).split("[\\s,;]+")) {
      if (part.isEmpty()) {
        continue;
      }
      if (!part.matches("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]")) {
        throw new PostPurchaseException("'" + part + "' is no host such as youtube.com.");
      }
      hosts.add(part);
    }
    return Collections.unmodifiableSet(hosts);
  }
}
