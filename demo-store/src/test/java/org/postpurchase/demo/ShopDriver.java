package org.postpurchase.demo;

import java.io.ByteArrayOutputStream;
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

/**
 * One shopper's browser: cookies, forms and nothing of the shop's insides. Not for use by several
 * threads.
 */
public final class ShopDriver {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");
  private static final Pattern ASKED =
      Pattern.compile("name=\"ppConsentAsked\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final URI shop;
  private String lastName = "Berg";
  private String street = "Hafenweg 1";
  private String phone = "";
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  public ShopDriver(URI shop) {
    this.shop = shop;
  }

  /** Who the parcels of the following orders go to, and where. */
  public ShopDriver livesAt(String newLastName, String newStreet) {
    lastName = newLastName;
    street = newStreet;
    return this;
  }

  /**
   * Types that telephone number with the following orders, and ticks the box for text messages
   * where there is one.
   */
  public ShopDriver textedAt(String number) {
    phone = number;
    return this;
  }

  /** Fetches a page and follows redirects. */
  public HttpResponse<String> get(String path) {
    HttpResponse<String> response = send(request(path).GET().build());
    while (response.statusCode() / 100 == 3) {
      response = send(request(location(response)).GET().build());
    }
    return response;
  }

  /** Asks for a page without its content, as link checkers do; redirects are not followed. */
  public HttpResponse<String> head(String path) {
    return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
  }

  /** Fetches a path that answers JSON. */
  public String json(String path) {
    HttpResponse<String> response =
        send(request(path).header("Accept", "application/json").GET().build());
    return expect(response, 200).body();
  }

  /**
   * Sends a form without a token, as scripts do to the demo's tools; redirects are not followed.
   */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Sends a form with files, as a browser does; redirects are not followed. */
  public HttpResponse<String> upload(
      String path, Map<String, String> form, String fileField, Map<String, byte[]> files) {
    String boundary = "----ShopDriver7MA4YWxkTrZu0gW";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
    form.forEach(
        (name, value) -> {
          body.writeBytes(utf8(part + name + "\"\r\n\r\n" + value + "\r\n"));
        });
    files.forEach(
        (name, content) -> {
          String about = fileField + "\"; filename=\"" + name + "\"\r\n";
          String type = "Content-Type: application/octet-stream\r\n\r\n";
          body.writeBytes(utf8(part + about + type));
          body.writeBytes(content);
          body.writeBytes(utf8("\r\n"));
        });
    body.writeBytes(utf8("--" + boundary + "--\r\n"));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Opens a page, takes the token of its form and sends the fields to {@code path}. */
  public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(expect(get(page), 200).body());
    if (!token.find()) {
      throw new AssertionError("There is no form with a token on " + page);
    }
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("csrfToken", token.group(1));
    return post(path, form);
  }

  /** As another server would call, without following anything. */
  public HttpResponse<String> call(String path, String type, String body, String... headers) {
    HttpRequest.Builder request = request(path).header("Content-Type", type);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** Puts a product into the basket by its page. */
  public void addToBasket(String productPage, long productId, int quantity) {
    expect(
        submit(
            productPage,
            "/cart/add",
            Map.of("productId", String.valueOf(productId), "quantity", String.valueOf(quantity))),
        302);
  }

  /**
   * Checks out what is in the basket, paying on delivery.
   *
   * @return the order number
   */
  public String checkout(String email) {
    enterDetails(email);
    return placeOrder();
  }

  /** The same, with the box for tips and offers ticked. */
  public String checkoutAgreeing(String email) {
    enterDetails(email, true);
    return placeOrder();
  }

  /** Fills in everything and ticks no box; the order can be placed with one more click. */
  public void enterDetails(String email) {
    enterDetails(email, false);
  }

  private void enterDetails(String email, boolean agrees) {
    Map<String, String> details = new LinkedHashMap<>();
    String page = expect(get("/checkout"), 200).body();
    Matcher asked = ASKED.matcher(page);
    if (asked.find()) {
      details.put("ppConsentAsked", asked.group(1));
    } else if (agrees) {
      throw new AssertionError("The checkout has no box to tick.");
    }
    if (agrees) {
      details.put("ppMarketingConsent", "yes");
    }
    if (!phone.isEmpty()) {
      details.put("address.phonePrimary.phoneNumber", phone);
      if (page.contains("name=\"ppSmsConsent\"")) {
        details.put("ppSmsAsked", "yes");
        details.put("ppSmsConsent", "yes");
      }
    }
    details.put("emailAddress", email);
    details.put("address.firstName", "Anna");
    details.put("address.lastName", lastName);
    details.put("address.addressLine1", street);
    details.put("address.postalCode", "24103");
    details.put("address.city", "Kiel");
    details.put("address.country", "DE");
    details.put("fulfillmentOptionId", "1");
    expect(submit("/checkout", "/checkout/details", details), 302);
  }

  /**
   * Clicks on the last button.
   *
   * @return the order number
   */
  public String placeOrder() {
    String confirmation =
        location(expect(submit("/checkout/review", "/checkout/complete", Map.of()), 302));
    if (!confirmation.contains("/confirmation/")) {
      throw new AssertionError("The order was not taken; the shop led to " + confirmation);
    }
    return confirmation.substring(confirmation.lastIndexOf('/') + 1);
  }

  /** Types a code into the basket's field; the answer is the basket's page. */
  public HttpResponse<String> enterCode(String code) {
    return expect(submit("/cart", "/cart/promo", Map.of("promoCode", code)), 200);
  }

  /** Opens an account in this session and stays signed in. */
  public void register(String email, String password) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("customer.firstName", "Anna");
    form.put("customer.lastName", "Berg");
    form.put("customer.emailAddress", email);
    form.put("password", password);
    form.put("passwordConfirm", password);
    expect(submit("/register", "/register", form), 302);
  }

  /** The warehouse sends all of the order, and it arrives. */
  public void receives(String number) {
    expect(post("/orders/" + number + "/ship", Map.of()), 200);
    expect(post("/orders/" + number + "/deliver", Map.of()), 200);
  }

  /**
   * Lets the shop's time pass.
   *
   * @param duration as ISO-8601 has it, for example {@code P15D}
   */
  public void waits(String duration) {
    expect(post("/clock", Map.of("advance", duration)), 200);
  }

  /**
   * Lets time pass until it is between ten and eleven, far from the turn of a day and its night.
   */
  public void waitsForTheMorning() {
    int hour = Integer.parseInt(json("/clock").replaceAll(".*\"now\":\"[^T]+T(\\d\\d).*", "$1"));
    if (hour != 10) {
      waits("PT" + (34 - hour) % 24 + "H");
    }
  }

  private static HttpResponse<String> expect(HttpResponse<String> response, int status) {
    if (response.statusCode() != status) {
      throw new AssertionError(
          response.uri()
              + " answered "
              + response.statusCode()
              + " instead of "
              + status
              + ": "
              + response.body());
    }
    return response;
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(shop.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
