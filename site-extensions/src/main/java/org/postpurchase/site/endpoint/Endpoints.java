package org.postpurchase.site.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.site.SitePath;

/**
 * Every address that the plugin serves on the site. A request with a method that is not served, or
 * with a form that none of ours is as long as, ends here: it costs no session, no look at the
 * database and no memory. Immutable.
 */
public final class Endpoints {
  /** No form of ours comes near it. */
  static final int BODY_MAX = 8 * 1024;

  private static final String UNSUBSCRIBE = "/post-purchase/unsubscribe/**";
  private static final String REVIEW = "/post-purchase/review/**";
  private static final String CAMPAIGN = "/post-purchase/campaign/**";
  private static final String SURVEY = "/post-purchase/survey/**";
  private static final String HELP = "/post-purchase/help/**";
  private static final String CALLBACK = "/post-purchase/callback/**";

  /** Their pages judge the token first and limit what they read themselves. */
  private static final List<String> ANY_LENGTH =
      Arrays.asList(UNSUBSCRIBE, REVIEW, SURVEY, HELP, CAMPAIGN, CALLBACK);

  private static final String GET = "GET";
  private static final String POST = "POST";
  private static final String HEAD = "HEAD";
  private static final int TOO_LARGE = 413;

  private final List<Endpoint> all;

  /**
   * @param programmePage path of the programme's public page
   */
  public Endpoints(String programmePage) {
    List<Endpoint> found = new ArrayList<>();
    found.add(new Endpoint(UNSUBSCRIBE, GET, HEAD, POST));
    found.add(new Endpoint("/post-purchase/preferences/**", GET, HEAD, POST));
    found.add(new Endpoint("/post-purchase/confirm/**", GET, HEAD, POST));
    found.add(new Endpoint(REVIEW, GET, HEAD, POST));
    found.add(new Endpoint(CAMPAIGN, GET, HEAD, POST));
    found.add(new Endpoint(SURVEY, GET, HEAD, POST));
    found.add(new Endpoint(HELP, GET, HEAD, POST));
    found.add(new Endpoint(CALLBACK, POST));
    found.add(new Endpoint("/post-purchase/click/**", POST));
    found.add(new Endpoint("/post-purchase/click.js", GET, HEAD));
    found.add(new Endpoint("/post-purchase/helpdesk/customer", POST));
    found.add(new Endpoint("/post-purchase/questions", GET, HEAD));
    found.add(new Endpoint("/post-purchase/review-photo/**", GET, HEAD));
    found.add(new Endpoint("/post-purchase/brand/**", GET, HEAD));
    found.add(new Endpoint("/post-purchase/reviews/policy", GET, HEAD));
    found.add(new Endpoint("/post-purchase/reviews/google.xml", GET, HEAD));
    found.add(new Endpoint(programmePage, GET, HEAD));
    found.add(new Endpoint("/post-purchase/friend/**", GET, HEAD, POST));
    found.add(new Endpoint("/post-purchase/referrals/**", GET, HEAD, POST));
    found.add(new Endpoint("/post-purchase/refer", GET, POST));
    found.add(new Endpoint("/post-purchase/recommend/**", GET, HEAD, POST));
    found.add(new Endpoint("/post-purchase/basket/**", GET, HEAD, POST));
    found.add(new Endpoint("/post-purchase/seen/**", POST));
    found.add(new Endpoint("/post-purchase/usage/**", GET, HEAD, POST));
    for (String form :
        Arrays.asList(
            "/account/post-purchase/points/claim",
            "/account/post-purchase/points/join",
            "/account/post-purchase/points/event",
            "/post-purchase/points/claim",
            "/post-purchase/points/join",
            "/post-purchase/points/event",
            "/account/post-purchase/rewards",
            "/cart/post-purchase/points",
            "/checkout/post-purchase/points")) {
      found.add(new Endpoint(form, GET, POST));
    }
    all = Collections.unmodifiableList(found);
  }

  public List<Endpoint> all() {
    return all;
  }

  Optional<Endpoint> at(HttpServletRequest request) {
    String path = SitePath.of(request);
    return all.stream().filter(endpoint -> endpoint.isAt(path)).findFirst();
  }

  /**
   * Answers a request that goes no further, and returns whether it did: OPTIONS with what is
   * served, 405 for a method that is not, 413 or 411 for a body that is longer than any of ours or
   * does not say how long it is. The unsubscribe page reads no more of a body than it needs and
   * takes any length, since mail programs must not be turned away; the form for reviews takes
   * photos.
   */
  public boolean answers(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Endpoint endpoint = at(request).orElse(null);
    if (endpoint == null) {
      return false;
    }
    String method = request.getMethod();
    if (method.equals("OPTIONS")) {
      response.setHeader("Allow", endpoint.allowed());
      response.setHeader("Cache-Control", "no-store");
      response.setContentLength(0);
      return true;
    }
    if (!endpoint.serves(method)) {
      response.setHeader("Allow", endpoint.allowed());
      return refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
    boolean measured = method.equals(POST) && !ANY_LENGTH.contains(endpoint.pattern);
    if (measured && request.getContentLength() > BODY_MAX) {
      return refuse(response, TOO_LARGE);
    }
    if (measured && request.getHeader("Transfer-Encoding") != null) {
      return refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED);
    }
    return false;
  }

  /**
   * Without the store's page for errors, which may begin a session; sent at once, since containers
   * wait for the rest of a request before they end an answer.
   */
  private static boolean refuse(HttpServletResponse response, int status) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Connection", "close");
    response.setStatus(status);
    response.setContentLength(0);
    response.flushBuffer();
    return true;
  }
}
