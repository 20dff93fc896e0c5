package org.postpurchase.demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guest with an address of her own, what she buys, and what she finds in her mailbox. */
final class Buyer {
  private static final Pattern OFFERED =
      Pattern.compile("name=\"promoCode\" value=\"([A-Z2-9-]{17})\"");

  final String address;
  private final URI shop;
  private ShopDriver browser;

  Buyer(URI shop, String name) {
    this.shop = shop;
    this.address = name + "@example.com";
    this.browser = new ShopDriver(shop);
  }

  /** Buys a dripper and a pot; the order number. */
  String buys(boolean agreeing) {
    browser = new ShopDriver(shop);
    browser.addToBasket("/brewing/stoneware-dripper", 201, 1);
    browser.addToBasket("/last-chance/enamel-pot", 501, 1);
    int before = Mailbox.of(browser).to(address).size();
    String number = agreeing ? browser.checkoutAgreeing(address) : browser.checkout(address);
    Mailbox.of(browser).await(address, before + 1);
    return number;
  }

  /** Buys coffee with a code; the confirmation page. */
  String buysWithCode(String code) {
    browser = new ShopDriver(shop);
    browser.addToBasket("/coffee/harbour-espresso", 101, 2);
    browser.enterCode(code);
    String number = browser.checkout(address);
    return browser.get("/confirmation/" + number).body();
  }

  /** Fills a basket, opens the link of a mail to it and presses its button; the page after it. */
  String takesTheCodeAlong(String cartLink) {
    browser = new ShopDriver(shop);
    browser.addToBasket("/coffee/harbour-espresso", 101, 2);
    URI link = URI.create(cartLink);
    String path = link.getRawPath() + "?" + link.getRawQuery();
    String page = browser.get(path).body();
    Matcher offered = OFFERED.matcher(page);
    if (!offered.find() || page.contains("Promotion</dt>")) {
      throw new AssertionError("no button for the code, or taken without one: " + page);
    }
    browser.submit(path, "/cart/promo", Map.of("promoCode", offered.group(1)));
    return browser.get("/cart").body();
  }

  /** Buys what is in the basket; the confirmation page. */
  String buysTheBasket() {
    return browser.get("/confirmation/" + browser.checkout(address)).body();
  }

  void receives(String number) {
    browser.receives(number);
  }

  void warehouse(String number, String action) {
    HttpResponse<String> answer = browser.post("/orders/" + number + "/" + action, Map.of());
    if (answer.statusCode() != 200) {
      throw new AssertionError(action + ": " + answer.body());
    }
  }

  /** Lets time pass. */
  void waits(String duration) {
    browser.waits(duration);
  }

  void outage(boolean on) {
    browser.post("/mailbox/outage", Map.of("on", String.valueOf(on)));
  }

  /** In order of arrival. */
  List<Mail> mails() {
    List<Mail> mails = new ArrayList<>();
    Mailbox.of(browser).to(address).forEach(json -> mails.add(new Mail(json)));
    Collections.reverse(mails);
    return mails;
  }

  List<String> subjects() {
    return mails().stream().map(mail -> mail.subject).toList();
  }

  Mail lastMail() {
    List<Mail> mails = mails();
    return mails.get(mails.size() - 1);
  }
}
