package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A member reaches a tier and loses it, over plain HTTP. */
abstract class TierMailScenarios {
  private static final String EMAIL = "climbs@example.com";
  private final URI shop;

  TierMailScenarios(URI shop) {
    this.shop = shop;
  }

  private void waits(String duration) {
    new ShopDriver(shop).waits(duration);
  }

  private void waitsFor(String words) {
    for (int day = 0; mails(words).isEmpty() && day < 10; day++) {
      waits("PT12H");
    }
    assertThat(mails(words)).as(words).hasSize(1);
  }

  private List<String> mails(String words) {
    return Mailbox.of(new ShopDriver(shop)).to(EMAIL).stream()
        .filter(mail -> mail.contains(words))
        .collect(Collectors.toList());
  }

  private void switchOn(String name) {
    Merchant merchant = Merchant.signIn(shop, "admin");
    String series = merchant.series(name);
    Map<String, String> form = merchant.form(series);
    form.put(Merchant.field("status"), "ACTIVE");
    assertThat(merchant.post(series, form).statusCode()).isEqualTo(302);
  }

  @Test
  void a_tier_is_announced_when_it_is_reached_and_before_it_is_lost() {
    switchOn("A new tier");
    switchOn("A tier is at risk");
    ShopDriver member = new ShopDriver(shop);
    member.register(EMAIL, "secret12");
    member.addToBasket("/brewing/stoneware-dripper", 201, 25);
    String number = member.checkout(EMAIL);
    member.receives(number);
    waits("P14D");

    waitsFor("You have reached Silver");
    assertThat(mails("You have reached Silver").get(0))
        .contains("A sample of a new coffee in each parcel", "/account/points")
        .doesNotContain("unsubscribe", "${");
    assertThat(member.get("/account/points").body()).contains("You are Silver", "points to Gold");
    assertThat(mails("yours until")).isEmpty();

    waits("P365D");
    waitsFor("Silver: yours until");
    assertThat(mails("Silver: yours until").get(0)).contains("Missing to keep it", "500 points");
    assertThat(member.get("/account/points").body()).contains("You keep Silver until");

    waits("P24D");
    for (int day = 0; mails("Silver: yours until").size() < 2 && day < 6; day++) {
      waits("PT12H");
    }
    assertThat(mails("Silver: yours until")).hasSize(2);
    waits("P10D");
    assertThat(member.get("/account/points").body())
        .contains("On your way to the first tier")
        .doesNotContain("You keep Silver");
    assertThat(mails("Silver: yours until")).hasSize(2);
    Merchant merchant = Merchant.signIn(shop, "admin");
    String accounts =
        merchant.get("/admin/post-purchase-points?contact=climbs%40example.com").body();
    Matcher account = Pattern.compile("/admin/post-purchase-points/(\\d+)").matcher(accounts);
    assertThat(account.find()).as(accounts).isTrue();
    assertThat(merchant.get("/admin/post-purchase-points/" + account.group(1)).body())
        .contains("Reached", "At risk: warned", "Lost")
        .doesNotContain("??PostPurchase");
  }
}
