package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What people want to hear, and a tick that its mailbox confirms, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class RestraintScenarios {
  private static final String SENDING = "/admin/post-purchase-sending";

  private final URI shop;
  private final Merchant merchant;

  RestraintScenarios(URI shop) {
    this.shop = shop;
    this.merchant = Merchant.signIn(shop, "admin");
  }

  @AfterEach
  void leave_the_shop_as_it_was() {
    confirmTicks(false);
  }

  @Test
  void a_tick_counts_once_the_mailbox_has_confirmed_it_and_its_page_says_what_is_so() {
    confirmTicks(true);
    ShopDriver buyer = new ShopDriver(shop);
    buyer.addToBasket("/brewing/stoneware-dripper", 201, 1);
    buyer.checkoutAgreeing("ticker@example.com");
    String mail = check(Mailbox.of(buyer), "ticker@example.com");
    String confirm = find(mail, "(/post-purchase/confirm/[A-Za-z0-9._-]+)");

    ShopDriver scanner = new ShopDriver(shop);
    assertThat(scanner.get(confirm).body()).contains("Was this you?");
    assertThat(scanner.head(confirm).statusCode()).isEqualTo(200);
    assertThat(scanner.get(confirm).body()).contains("Was this you?");
    assertThat(scanner.get(confirm + "x").statusCode()).isEqualTo(400);
    assertThat(scanner.post(confirm, Map.of("confirm", "yes")).statusCode()).isEqualTo(303);
    assertThat(scanner.get(confirm).body()).contains("It is confirmed");
    assertThat(scanner.post(confirm, Map.of()).statusCode()).isEqualTo(303);
    assertThat(merchant.get("/admin/post-purchase-consents?contact=ticker@example.com").body())
        .contains("double opt-in", "Confirmed ticks of");
  }

  @Test
  void a_merchant_changes_the_budget_and_the_hours_and_is_told_what_is_wrong() {
    Map<String, String> form = new HashMap<>(merchant.form(SENDING));
    form.put("EMAIL.budget", "1000");
    assertThat(merchant.post(SENDING, form).statusCode()).isEqualTo(302);
    assertThat(merchant.get(SENDING).body()).contains("0 to 744", "value=\"1000\"");
    form.put("EMAIL.budget", "20");
    merchant.post(SENDING, form);
    assertThat(merchant.get(SENDING).body()).contains("value=\"20\"");
    assertThat(merchant.post(SENDING, form).statusCode()).isEqualTo(302); // an old edition
    form = new HashMap<>(merchant.form(SENDING));
    form.put("EMAIL.budget", "");
    merchant.post(SENDING, form);
    assertThat(merchant.get(SENDING).body()).doesNotContain("value=\"20\"");
  }

  private void confirmTicks(boolean wanted) {
    Map<String, String> form = new HashMap<>(merchant.form(SENDING));
    form.remove("optIn");
    if (wanted) {
      form.put("optIn", "true");
    }
    assertThat(merchant.post(SENDING, form).statusCode()).isEqualTo(302);
  }

  private static String check(Mailbox box, String address) {
    List<String> mails = box.await(address, 2); // with the thank-you
    return mails.stream().filter(mail -> mail.contains("/confirm/")).findFirst().orElseThrow();
  }

  private static String find(String text, String pattern) {
    Matcher m = Pattern.compile(pattern).matcher(text);
    assertThat(m.find()).as(pattern + " in " + text).isTrue();
    return m.group(1);
  }
}
