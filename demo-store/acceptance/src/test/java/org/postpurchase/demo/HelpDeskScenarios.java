package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A help desk on the same machine hears of a case and asks who it is about. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class HelpDeskScenarios {
  private static final String PAGE = "/admin/post-purchase-service/helpdesk";
  private static final String SNAPSHOT = "/post-purchase/helpdesk/customer";

  private final URI shop;
  private final Merchant merchant;
  private final BlockingQueue<Map<String, String>> calls = new LinkedBlockingQueue<>();
  private HttpServer desk;

  HelpDeskScenarios(URI shop) {
    this.shop = shop;
    this.merchant = Merchant.signIn(shop, "admin");
  }

  @BeforeEach
  void open_the_desk() throws IOException {
    desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext(
        "/",
        exchange -> {
          Map<String, String> call = new HashMap<>();
          exchange
              .getRequestHeaders()
              .forEach((name, values) -> call.put(name.toLowerCase(), values.get(0)));
          byte[] body = exchange.getRequestBody().readAllBytes();
          call.put("body", new String(body, StandardCharsets.UTF_8));
          calls.add(call);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    desk.start();
  }

  @AfterEach
  void close_the_desk() {
    save("", "");
    desk.stop(0);
  }

  @Test
  void a_signed_call_tells_of_a_test_and_the_key_opens_a_snapshot_of_one_customer()
      throws Exception {
    Buyer buyer = new Buyer(shop, "hedda");
    String number = buyer.buys(false);
    assertThat(ask("ppk_x", buyer.address).statusCode()).as("while off").isEqualTo(404);

    save("ftp://desk.example/", "true");
    assertThat(merchant.get(PAGE).body()).contains("ftp://desk.example/", "Must be an address");
    assertThat(merchant.get(PAGE).body()).as("not saved").doesNotContain("ftp://");
    save("http://127.0.0.1:" + desk.getAddress().getPort() + "/hooks", "true");
    assertThat(merchant.post(PAGE + "/test", Map.of()).statusCode()).isEqualTo(302);
    String page = merchant.get(PAGE).body();
    new ShopDriver(shop).waits("PT10S"); // also until the site has forgotten the old settings
    Map<String, String> call = calls.poll(Mailbox.SECONDS_MOST, TimeUnit.SECONDS);
    assertThat(call).isNotNull();
    assertThat(call.get("body")).contains("\"type\":\"test\"");
    assertThat(call.get("webhook-signature"))
        .isEqualTo(signature(find(page, "whsec_([A-Za-z0-9+/=]+)"), call));

    String key = find(page, "(ppk_[A-Za-z0-9_-]+)");
    assertThat(ask(key + "x", buyer.address).statusCode()).isEqualTo(401);
    assertThat(ask("", buyer.address).statusCode()).isEqualTo(401);
    assertThat(ask(key, "nobody-" + buyer.address).statusCode()).isEqualTo(404);
    assertThat(ask(key, "<script>").statusCode()).isEqualTo(422);
    HttpResponse<String> snapshot = ask(key, buyer.address.toUpperCase());
    assertThat(snapshot.statusCode()).isEqualTo(200);
    assertThat(snapshot.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(snapshot.body())
        .contains("\"number\":\"" + number + "\"", "Stoneware", "\"openCases\":0", "\"points\":{")
        .doesNotContain("null");

    int refused = 0;
    HttpResponse<String> last = snapshot;
    for (int i = 0; i < 1_000 && refused == 0; i++) { // one more is allowed in each second
      last = ask(key, buyer.address);
      refused = last.statusCode() == 200 ? 0 : last.statusCode();
    }
    assertThat(refused).as("more than sixty in a minute").isEqualTo(429);
    assertThat(last.body()).contains("More than 60 questions a minute").doesNotContain(number);
    assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElse("0")))
        .isBetween(1, 60);
    assertThat(ask(key + "x", buyer.address).statusCode())
        .as("a wrong key is no question")
        .isEqualTo(401);
    new ShopDriver(shop).waits("PT1M");
    assertThat(ask(key, buyer.address).statusCode()).as("a minute later").isEqualTo(200);

    String edition = merchant.form(PAGE).get("edition");
    merchant.post(PAGE + "/new/key", Map.of("edition", edition));
    new ShopDriver(shop).waits("PT10S");
    assertThat(ask(key, buyer.address).statusCode()).as("the old key").isEqualTo(401);
    assertThat(Merchant.signIn(shop, "service").get(PAGE).body())
        .as("those who may not change it see no secret")
        .doesNotContain("whsec_", "ppk_");
  }

  private void save(String url, String answers) {
    Map<String, String> form = new HashMap<>();
    form.put("edition", merchant.form(PAGE).get("edition"));
    form.put("url", url);
    if (!answers.isEmpty()) {
      form.put("answers", answers);
    }
    assertThat(merchant.post(PAGE + "/save", form).statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> ask(String key, String address)
      throws IOException, InterruptedException {
    String form = "email=" + java.net.URLEncoder.encode(address, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(shop.resolve(SNAPSHOT))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    List.of(key).stream()
        .filter(k -> !k.isEmpty())
        .forEach(k -> request.header("Authorization", "Bearer " + k));
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String signature(String secret, Map<String, String> call) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    String signed =
        call.get("webhook-id") + '.' + call.get("webhook-timestamp") + '.' + call.get("body");
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static String find(String page, String pattern) {
    Matcher m = Pattern.compile(pattern).matcher(page);
    assertThat(m.find()).as(pattern).isTrue();
    return m.group(1);
  }
}
