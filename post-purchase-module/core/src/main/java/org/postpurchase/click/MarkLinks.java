package org.postpurchase.click;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.shared.Shop;

/**
 * Adds a parameter to the links of a mail's HTML that lead to the shop, and touches nothing else.
 * Links to other hosts, those that are given on to others or must work untouched (unsubscribing,
 * wishes, confirmations, friends), addresses that cannot be read, and whatever stands in comments
 * or styles stay as they are. Immutable.
 */
final class MarkLinks {
  /** A tag's attributes, up to the href. */
  private static final Pattern HREF =
      Pattern.compile(
          "(?:\\s+|/|(?!href[\\s=])[^\\s=>/\"']+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s>\"']+))?)*+"
              + "href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))",
          Pattern.CASE_INSENSITIVE);

  /** Start of an anchor, or of something in which nothing is one. */
  private static final Pattern START =
      Pattern.compile("<(?:(!--)|(style|script|title|textarea)\\b|((?:a|area)(?=[\\s/])))", 2);

  /** A fragment's beginning; a character reference has one of these too. */
  private static final Pattern FRAGMENT =
      Pattern.compile("(?<!&)#|&#0*35;?(?!\\d)|&#x0*23;?(?![0-9a-f])|&num;", 2);

  private static final Pattern REFERENCE = Pattern.compile("&(?:amp|#0*38|#x0*26);", 2);
  private static final int PATH_MAX = 200;

  private final URI shop;
  private final String path;
  private final List<String> untouched;

  /**
   * @param untouched beginnings of paths whose links are left alone
   */
  MarkLinks(Shop shop, List<String> untouched) {
    this.shop = URI.create(requireNonNull(shop, "shop").url);
    String context = this.shop.getPath();
    this.path = context == null ? "" : context;
    this.untouched = Collections.unmodifiableList(new ArrayList<>(untouched));
  }

  /** The same HTML with {@code parameter=token} in each of the shop's links. */
  String marked(String html, IntFunction<String> tokens) {
    StringBuilder out = new StringBuilder(html.length() + 512);
    int done = 0;
    int number = 0;
    for (int[] href : hrefs(html)) {
      String raw = html.substring(href[0], href[1]);
      if (number < ClickLinks.LINKS_MAX && address(raw).isPresent()) {
        number++;
        out.append(html, done, href[0]).append(with(raw, tokens.apply(number)));
        done = href[1];
      }
    }
    return out.append(html, done, html.length()).toString();
  }

  /**
   * Where the link of that number leads: the path without the query, cut before anything that looks
   * like a token; empty when there is no such link.
   */
  String target(String html, int link) {
    int number = 0;
    for (int[] href : hrefs(html)) {
      Optional<URI> address = address(html.substring(href[0], href[1]));
      if (address.isPresent() && ++number == link) {
        return shown(address.get().getPath());
      }
    }
    return "";
  }

  private String shown(String whole) {
    String own = whole == null ? "" : whole.substring(path.length());
    List<String> parts = Arrays.asList(own.split("/"));
    boolean ours = own.startsWith("/post-purchase/") || own.startsWith("/account/post-purchase/");
    int kept = ours ? Math.min(parts.size(), own.startsWith("/account") ? 4 : 3) : parts.size();
    String shown = String.join("/", parts.subList(0, kept));
    String text = shown.isEmpty() ? "/" : shown;
    return text.length() > PATH_MAX ? text.substring(0, PATH_MAX) : text;
  }

  /** Begin and end of each anchor's address. */
  private static List<int[]> hrefs(String html) {
    List<int[]> found = new ArrayList<>();
    Matcher start = START.matcher(html);
    Matcher href = HREF.matcher(html);
    int at = 0;
    while (at < html.length() && start.find(at)) {
      if (start.group(1) != null) {
        at = after(html, "-->", start.end());
      } else if (start.group(2) != null) {
        at = after(html, "</" + start.group(2).toLowerCase(Locale.ROOT), start.end());
      } else {
        at = start.end();
        href.region(at, html.length());
        if (href.lookingAt()) {
          int group = href.group(1) != null ? 1 : href.group(2) != null ? 2 : 3;
          found.add(new int[] {href.start(group), href.end(group)});
          at = href.end();
        }
      }
    }
    return found;
  }

  private static int after(String html, String end, int from) {
    for (int i = from; i + end.length() <= html.length(); i++) {
      if (html.regionMatches(true, i, end, 0, end.length())) {
        return i + end.length();
      }
    }
    return html.length();
  }

  /** The address behind an attribute's value, if it is one of the shop's pages to be marked. */
  private Optional<URI> address(String raw) {
    String text = REFERENCE.matcher(raw.trim()).replaceAll("&");
    Matcher fragment = FRAGMENT.matcher(text);
    if (fragment.find()) {
      text = text.substring(0, fragment.start());
    }
    try {
      URI uri = new URI(text);
      String host = host(uri);
      String asked = uri.getPath() == null ? "" : uri.getPath();
      boolean own =
          !host.isEmpty()
              && host.equals(host(shop))
              && port(uri) == port(shop)
              && ("http".equalsIgnoreCase(uri.getScheme())
                  || "https".equalsIgnoreCase(uri.getScheme()))
              && uri.getUserInfo() == null
              && (asked.equals(path) || asked.startsWith(path + "/"));
      String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
      boolean free =
          own
              && untouched.stream().noneMatch(asked.substring(path.length())::startsWith)
              && !query.contains(ClickLinks.PARAMETER + "=");
      return free ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException notReadable) {
      return Optional.empty();
    }
  }

  /** In lower case and ASCII, so that two spellings of a name are one; empty for none. */
  private static String host(URI uri) {
    String host = uri.getHost();
    if (host == null && uri.getAuthority() != null) { // a name that is not in ASCII
      host = uri.getAuthority().replaceAll(":\\d*$", "");
    }
    try {
      return host == null ? "" : IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noName) {
      return "";
    }
  }

  /** A shop behind a proxy may write both schemes; only a port that is said makes a difference. */
  private static int port(URI uri) {
    boolean usual = uri.getPort() == 80 || uri.getPort() == 443;
    return usual ? -1 : uri.getPort();
  }

  private static String with(String raw, String token) {
    int end = raw.length();
    while (end > 0 && raw.charAt(end - 1) <= ' ') {
      end--;
    }
    Matcher fragment = FRAGMENT.matcher(raw);
    int at = fragment.find() ? fragment.start() : end;
    String before = raw.substring(0, at);
    String glue =
        before.indexOf('?') < 0
            ? "?"
            : before.endsWith("?") || before.endsWith("&amp;") || before.endsWith("&")
                ? ""
                : "&amp;";
    return before + glue + ClickLinks.PARAMETER + '=' + token + raw.substring(at);
  }
}
