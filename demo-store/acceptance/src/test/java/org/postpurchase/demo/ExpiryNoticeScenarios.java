package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A year with points that nobody uses, over plain HTTP. */
abstract class ExpiryNoticeScenarios {
  private final URI shop;

  ExpiryNoticeScenarios(URI shop) {
    this.shop = shop;
  }

  /** A member with points of 25 drippers and of a first order, usable from now on. */
  private ShopDriver member(String name) {
    ShopDriver browser = new ShopDriver(shop);
    browser.register(name + "@example.com", "secret12");
    browser.addToBasket("/brewing/stoneware-dripper", 201, 25);
    String number = browser.checkout(name + "@example.com");
    browser.receives(number);
    return browser;
  }

  private void waits(String duration) {
    new ShopDriver(shop).waits(duration);
  }

  private List<String> notices(String name) {
    return Mailbox.of(new ShopDriver(shop)).to(name + "@example.com").stream()
        .filter(mail -> mail.contains("Use by "))
        .collect(Collectors.toList());
  }

  private void switchOn() {
    Merchant merchant = Merchant.signIn(shop, "admin");
    String series = merchant.series("Points about to expire");
    Map<String, String> form = merchant.form(series);
    assertThat(form.get(Merchant.field("name"))).isEqualTo("Points about to expire");
    assertThat(form.get(Merchant.field("status"))).isEqualTo("DRAFT");
    form.put(Merchant.field("status"), "ACTIVE");
    assertThat(merchant.post(series, form).statusCode()).isEqualTo(302);
    assertThat(merchant.get(series).body())
        .contains("Points about to expire", "30 days before", "7 days before");
  }

  private static void spendAll(ShopDriver member, String name) {
    member.addToBasket("/brewing/stoneware-dripper", 201, 5);
    Map<String, String> all = Map.of("use", "all", "back", "/cart");
    assertThat(member.submit("/cart", "/cart/post-purchase/points", all).statusCode())
        .isEqualTo(302);
    String number = member.checkout(name + "@example.com");
    assertThat(member.get("/confirmation/" + number).body()).contains("Paid with 800 points");
  }

  @Test
  void points_that_nobody_uses_are_announced_twice_and_used_ones_no_more() {
    new ShopDriver(shop).waitsForTheMorning();
    ShopDriver keeps = member("keeps-points");
    ShopDriver spends = member("spends-points");
    waits("P15D");
    assertThat(keeps.get("/account/points").body()).contains("800 points", "can be used until");
    switchOn();
    waits("P320D");
    assertThat(notices("keeps-points")).isEmpty();

    for (int day = 0; notices("keeps-points").isEmpty() && day < 60; day++) {
      waits("P1D");
    }
    assertThat(notices("spends-points")).hasSize(1);
    String first = notices("keeps-points").get(0);
    assertThat(first)
        .contains("800 points", "/account/points", "Purchase", "Your first order", "8.00");
    assertThat(first).doesNotContain("unsubscribe", "List-Unsubscribe");

    spendAll(spends, "spends-points");
    waits("P22D");
    assertThat(notices("keeps-points")).hasSize(1);
    waits("P1D");
    assertThat(notices("keeps-points")).hasSize(2);
    waits("P10D");
    assertThat(notices("keeps-points")).hasSize(2);
    assertThat(notices("spends-points")).hasSize(1);
    assertThat(keeps.get("/account/points").body()).doesNotContain("800 points");
    assertThat(
            Merchant.signIn(shop, "admin")
                .get("/admin/post-purchase-decisions?contact=spends-points%40example.com")
                .body())
        .contains("No points expire then any more")
        .doesNotContain("??PostPurchase");
  }
}
