package org.postpurchase.broadleaf.referral;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.FriendCodes;

/**
 * What the browser keeps of a friend's way: the code with the channel of its link and the name of
 * the site that led to it, for thirty days, and a random name of the browser. First party only, no
 * session needed.
 */
public final class FriendCookie {
  public static final String NAME = "ppFriend";
  private static final String DEVICE = "ppDevice";
  private static final int THIRTY_DAYS = 30 * 24 * 3600;
  private static final int A_YEAR = 365 * 24 * 3600;
  private static final Pattern VALUE =
      Pattern.compile("([A-Z0-9]{8})~([a-z]{0,12})~([a-z0-9.-]{0,100})");
  private static final Pattern DEVICE_VALUE = Pattern.compile("[a-f0-9-]{36}");

  public final String code;
  public final String channel;
  public final String referrer;

  private FriendCookie(String code, String channel, String referrer) {
    this.code = code;
    this.channel = channel;
    this.referrer = referrer;
  }

  /** The one of this request; empty when there is none, or somebody has written nonsense there. */
  public static Optional<FriendCookie> of(HttpServletRequest request) {
    return value(request, NAME)
        .map(VALUE::matcher)
        .filter(Matcher::matches)
        .filter(m -> FriendCode.of(m.group(1)).isPresent())
        .map(m -> new FriendCookie(m.group(1), m.group(2), m.group(3)));
  }

  /** The request of this thread, if there is one. */
  static Optional<HttpServletRequest> request() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    return context == null ? Optional.empty() : Optional.ofNullable(context.getRequest());
  }

  public static void keep(
      HttpServletResponse response, String code, String channel, String referrer, String path) {
    String value =
        code
            + '~'
            + (channel.matches("[a-z]{1,12}") ? channel : "link")
            + '~'
            + (referrer.matches("[a-z0-9.-]{1,100}") ? referrer : "");
    add(response, NAME, value, THIRTY_DAYS, path);
  }

  /** Only when a row of ours has the claim: what is forgotten earlier is lost. */
  static void forget() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    if (context != null && context.getResponse() != null && context.getRequest() != null) {
      String path = context.getRequest().getContextPath() + "/";
      add(context.getResponse(), NAME, "", 0, path);
    }
  }

  /** The browser's name, a new one if it had none. */
  public static String device(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> known = value(request, DEVICE).filter(v -> DEVICE_VALUE.matcher(v).matches());
    if (known.isPresent()) {
      return known.get();
    }
    String fresh = UUID.randomUUID().toString();
    add(response, DEVICE, fresh, A_YEAR, request.getContextPath() + "/");
    return fresh;
  }

  /** By which way the order of this request came to the code. */
  static FriendCodes.Trace trace(String used) {
    HttpServletRequest request = request().orElse(null);
    if (request == null) {
      return FriendCodes.Trace.NONE;
    }
    Optional<FriendCookie> cookie = of(request).filter(c -> c.code.equals(used));
    String address = request.getRemoteAddr();
    return new FriendCodes.Trace(
        cookie.map(c -> c.channel).orElse(""),
        cookie.map(c -> c.referrer).orElse(""),
        value(request, DEVICE).filter(v -> DEVICE_VALUE.matcher(v).matches()).orElse(""),
        address == null ? "" : address);
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(name) && cookie.getValue() != null) {
          return Optional.of(unquoted(cookie.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  /** Some clients send values in quotes, which RFC 6265 lets them do. */
  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** As a header, since cookies of this servlet API cannot say SameSite. */
  private static void add(
      HttpServletResponse response, String name, String value, int seconds, String path) {
    response.addHeader(
        "Set-Cookie",
        name + '=' + value + "; Max-Age=" + seconds + "; Path=" + path + "; SameSite=Lax");
  }
}
