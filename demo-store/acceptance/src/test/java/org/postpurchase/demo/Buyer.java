package org.postpurchase.demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A guest with an address of her own, what she buys, and what she finds in her mailbox. */
final class Buyer {
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
    Mailbox.of(browser).await(address, before + 1, 10);
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
