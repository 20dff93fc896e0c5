package org.postpurchase.benchmarks.years;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser: cookies, pages and forms. For one thread. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");
  private static final Pattern ASKED =
      Pattern.compile("name=\"ppConsentAsked\" value=\"([^\"]+)\"");

  private final URI shop;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  Browser(URI shop) {
    this.shop = shop;
  }

  /** A page and where it leads to, at the end of all redirects. */
  String get(String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(shop.resolve(path)).GET());
    while (answer.statusCode() / 100 == 3) {
      answer = send(HttpRequest.newBuilder(shop.resolve(location(answer))).GET());
    }
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  /** Where the shop leads to after a form with the token of that page. */
  String submit(String page, String path, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(get(page));
    if (!token.find()) {
      throw new IllegalStateException("There is no form with a token on " + page);
    }
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("csrfToken", token.group(1));
    return post(path, form);
  }

  String post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(shop.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(
          path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.statusCode() / 100 == 3 ? location(answer) : "";
  }

  void register(String email) {
    submit(
        "/register",
        "/register",
        Map.of(
            "customer.firstName", "Anna",
            "customer.lastName", "Berg",
            "customer.emailAddress", email,
            "password", "benchmark-1",
            "passwordConfirm", "benchmark-1"));
  }

  void addToBasket(String page, long product, int quantity) {
    submit(
        page,
        "/cart/add",
        Map.of("productId", String.valueOf(product), "quantity", String.valueOf(quantity)));
  }

  void fillBasket() {
    addToBasket("/coffee/harbour-espresso", 101, 2);
    addToBasket("/last-chance/enamel-pot", 501, 1);
  }

  /** Address, consent and delivery. */
  void enterDetails(String email) {
    Map<String, String> details = new LinkedHashMap<>();
    Matcher asked = ASKED.matcher(get("/checkout"));
    if (asked.find()) {
      details.put("ppConsentAsked", asked.group(1));
      details.put("ppMarketingConsent", "yes");
    }
    details.put("emailAddress", email);
    details.put("address.firstName", "Anna");
    details.put("address.lastName", "Berg");
    details.put("address.addressLine1", "Hafenweg 1");
    details.put("address.postalCode", "24103");
    details.put("address.city", "Kiel");
    details.put("address.country", "DE");
    details.put("fulfillmentOptionId", "1");
    submit("/checkout", "/checkout/details", details);
  }

  /**
   * The last click and the confirmation page after it.
   *
   * @return the order's number
   */
  String placeOrder() {
    String confirmation = submit("/checkout/review", "/checkout/complete", Map.of());
    if (!confirmation.contains("/confirmation/")) {
      throw new IllegalStateException("The order was not taken; the shop led to " + confirmation);
    }
    get(confirmation);
    return confirmation.substring(confirmation.lastIndexOf('/') + 1);
  }

  /** Signs in to the admin as the demo's merchant. */
  Browser merchant() {
    submit(
        "/admin/login",
        "/admin/login_admin_post",
        Map.of("j_username", "admin", "j_password", "admin"));
    return this;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(Duration.ofMinutes(3)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + shop, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
