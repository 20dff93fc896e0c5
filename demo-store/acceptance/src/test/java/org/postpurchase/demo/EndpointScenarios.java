package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All addresses of the plugin on the site, from outside and without a cookie. That this list is
 * whole is tested beside the classes that serve them.
 */
abstract class EndpointScenarios {
  private static final List<String> FORMS =
      List.of(
          "/account/post-purchase/points/claim",
          "/account/post-purchase/points/join",
          "/account/post-purchase/points/event",
          "/post-purchase/points/claim",
          "/post-purchase/points/join",
          "/post-purchase/points/event",
          "/account/post-purchase/rewards",
          "/cart/post-purchase/points",
          "/checkout/post-purchase/points");
  private static final String PAGE = "/rewards";
  private static final String LINK = "/post-purchase/unsubscribe/su.AAAA";

  private final URI shop;

  EndpointScenarios(URI shop) {
    this.shop = shop;
  }

  @Test
  void no_answer_that_caches_may_keep_for_everybody_sets_a_cookie() throws IOException {
    List<String> paths = new ArrayList<>(FORMS);
    paths.addAll(List.of(PAGE, PAGE + "?amount=10", PAGE + "?blLocaleCode=de", LINK, LINK + "%2e"));
    for (String path : paths) {
      String head = head("GET " + path, "");
      boolean isPublic = head.toLowerCase(java.util.Locale.ROOT).contains("cache-control: public");
      boolean hasCookie = head.contains("Set-Cookie");
      assertThat(isPublic && hasCookie).as(path + "\n" + head).isFalse();
    }
  }

  @Test
  void the_public_page_begins_no_session_and_may_be_kept() throws IOException {
    String head = head("GET " + PAGE, "");
    assertThat(head).startsWith("HTTP/1.1 200").contains("Cache-Control: public, max-age=300");
    assertThat(head).doesNotContain("Set-Cookie").doesNotContain("JSESSIONID");
    assertThat(head("GET " + LINK + ".", ""))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("Set-Cookie");
  }

  @Test
  void options_lists_what_is_served_and_other_methods_are_refused_without_a_session()
      throws IOException {
    assertThat(head("OPTIONS " + PAGE, "")).contains("Allow: GET, HEAD, OPTIONS");
    assertThat(head("OPTIONS " + LINK, "")).contains("Allow: GET, HEAD, POST, OPTIONS");
    for (String form : FORMS) {
      assertThat(head("OPTIONS " + form, "")).as(form).contains("Allow: GET, POST, OPTIONS");
      for (String method : List.of("PUT", "DELETE", "PATCH")) {
        assertThat(head(method + " " + form, ""))
            .as(method + " " + form)
            .startsWith("HTTP/1.1 405")
            .contains("Allow: GET, POST, OPTIONS")
            .doesNotContain("Set-Cookie");
      }
    }
    assertThat(head("DELETE " + PAGE, "")).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD");
  }

  @Test
  void a_body_that_is_longer_than_any_form_is_refused_before_it_is_sent() throws IOException {
    String large = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n";
    for (String form : FORMS) {
      assertThat(head("POST " + form, large)).as(form).startsWith("HTTP/1.1 413");
    }
    assertThat(head("POST " + LINK, large))
        .as("the token is judged before the body")
        .startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/post-purchase/unsubscribe/su.AAAA", "/cart/post-purchase/points", PAGE})
  void fifty_slow_clients_do_not_keep_anybody_from_buying(String path) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        Socket socket = open();
        String begin =
            (path.equals(PAGE) ? "GET " : "POST ")
                + path
                + " HTTP/1.1\r\nHost: "
                + shop.getAuthority()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 700\r\n"
                + (path.equals(PAGE) ? "X-Slow: " : "\r\nList-Unsub");
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      Instant start = Instant.now();
      Buyer buyer = new Buyer(shop, "patient" + path.hashCode());
      String number = buyer.buys(false);
      assertThat(number).isNotEmpty();
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(25));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a_link_copied_with_an_escaped_full_stop_is_the_same_link() throws IOException {
    assertThat(head("GET " + LINK.replace("su.", "su%2e"), "")).startsWith("HTTP/1.1 400");
    assertThat(new ShopDriver(shop).post(LINK + "%2e", Map.of()).statusCode()).isEqualTo(400);
  }

  private Socket open() throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(shop.getHost(), shop.getPort()), 5_000);
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** Status line and headers of the answer; of a body only the announcement is sent. */
  private String head(String request, String headers) throws IOException {
    try (Socket socket = open()) {
      String text =
          request
              + " HTTP/1.1\r\nHost: "
              + shop.getAuthority()
              + "\r\nConnection: close\r\n"
              + headers
              + "\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      StringBuilder answer = new StringBuilder();
      InputStream in = socket.getInputStream();
      int each = in.read();
      while (each >= 0) {
        answer.append((char) each);
        each = answer.indexOf("\r\n\r\n") < 0 ? in.read() : -1;
      }
      return answer.toString();
    }
  }
}
