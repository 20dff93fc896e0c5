package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody looks at, agreed to on the preferences page, over plain HTTP. */
abstract class BrowseScenarios {
  private static final String PRODUCT = "/brewing/stoneware-dripper";
  private static final String NAME = "Looked at twice, not bought";
  private static final Pattern SEEN =
      Pattern.compile("data-pp-seen=\"(/post-purchase/seen/[A-Za-z0-9._-]+)[^\"]*\"");
  private static final Pattern PREFERENCES =
      Pattern.compile("(/post-purchase/preferences/[A-Za-z0-9._-]+)");

  private final URI shop;
  private final String address = "browses-" + Long.toString(System.nanoTime(), 36) + "@example.com";

  BrowseScenarios(URI shop) {
    this.shop = shop;
  }

  @Test
  void whoever_agreed_and_looked_twice_is_written_to_once_and_nobody_else_is_noticed() {
    Merchant merchant = Merchant.signIn(shop, "admin");
    ShopDriver person = new ShopDriver(shop);
    person.register(address, "secret123");
    String preferences = found(PREFERENCES, person.get("/account/points").body());
    assertThat(person.get(preferences).body())
        .as("nothing uses it yet")
        .doesNotContain("name=\"browsing\"");
    merchant.post("/admin/post-purchase-presets/browse-left/use", Map.of());
    set(merchant, "ACTIVE");
    try {
      person.waits("PT1M");
      looks(person, preferences);
    } finally {
      set(merchant, "DRAFT");
    }
  }

  private void looks(ShopDriver person, String preferences) {
    assertThat(person.get(PRODUCT).body()).as("not agreed").doesNotContain("data-pp-seen");
    assertThat(person.get(preferences).body()).contains("name=\"browsing\"");
    Map<String, String> yes =
        Map.of("advertising", "yes", "browsing", "yes", "often", "often", "pause", "0");
    assertThat(person.post(preferences, yes).statusCode()).isEqualTo(303);
    assertThat(person.get(preferences + "?saved").body()).contains("is kept for 30 days");

    String report = found(SEEN, person.get(PRODUCT).body());
    assertThat(new ShopDriver(shop).post(report, Map.of()).statusCode())
        .as("a stranger's report is nobody's")
        .isEqualTo(204);
    assertThat(person.post(report + "x", Map.of()).statusCode()).isEqualTo(404);
    assertThat(person.get(report).statusCode()).isEqualTo(405);
    HttpResponse<String> foreign =
        person.call(report, "text/plain", "", "Origin", "https://elsewhere.example");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(person.post(report, Map.of()).statusCode()).isEqualTo(204);

    ShopDriver phone = new ShopDriver(shop); // not signed in; the link of a mail was opened there
    assertThat(phone.get(PRODUCT).body()).doesNotContain("data-pp-seen");
    assertThat(phone.post(preferences, yes).statusCode()).isEqualTo(303);
    phone.waits("PT45M");
    assertThat(phone.post(found(SEEN, phone.get(PRODUCT).body()), Map.of()).statusCode())
        .isEqualTo(204);
    phone.waits("PT2H");
    Buyer box = new Buyer(shop, address.substring(0, address.indexOf('@')));
    assertThat(box.subjects()).contains("Still thinking about it? Stoneware Dripper");
    assertThat(box.lastMail().links()).anyMatch(link -> link.endsWith(PRODUCT));
    int mails = box.subjects().size();

    Map<String, String> no = new LinkedHashMap<>(yes);
    no.remove("browsing");
    assertThat(phone.post(preferences, no).statusCode()).isEqualTo(303);
    assertThat(phone.get(PRODUCT).body()).doesNotContain("data-pp-seen");
    assertThat(person.get(PRODUCT).body()).doesNotContain("data-pp-seen");
    assertThat(person.post(report, Map.of()).statusCode()).as("an old page").isEqualTo(204);
    person.waits("P8D");
    assertThat(box.subjects()).hasSize(mails);
    assertThat(
            Merchant.signIn(shop, "admin")
                .get("/admin/post-purchase-consents?contact=" + address)
                .body())
        .contains("keeping what is looked at in the shop");
  }

  private void set(Merchant merchant, String status) {
    String series = merchant.series(NAME);
    Map<String, String> form = merchant.form(series);
    form.put(Merchant.field("status"), status);
    HttpResponse<String> answer = merchant.post(series, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  private static String found(Pattern pattern, String page) {
    Matcher m = pattern.matcher(page);
    assertThat(m.find()).as(pattern + " in " + page).isTrue();
    return m.group(1);
  }
}
