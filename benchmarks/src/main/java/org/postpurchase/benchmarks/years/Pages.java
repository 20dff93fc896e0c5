package org.postpurchase.benchmarks.years;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.benchmarks.years.Comparison.Limit;

/** Every page that shoppers and merchants open, and a guest's checkout, in both shops. */
final class Pages {
  private static final Limit SHOP = Limit.ratio(1.2);
  private static final Limit CHECKOUT = Limit.ratio(1.1);
  private static final Limit LIST = Limit.millis(300);
  private static final Pattern SECTION = Pattern.compile("/admin/(post-purchase-[a-z-]+)");

  /** Lists that are opened with what staff know of a person, too. */
  private static final List<String> SEARCHES =
      List.of(
          "post-purchase-people?q=%s",
          "post-purchase-messages?contact=%s",
          "post-purchase-decisions?contact=%s",
          "post-purchase-enrollments?contact=%s",
          "post-purchase-points?contact=%s",
          "post-purchase-consents?contact=%s",
          "post-purchase-suppressions?contact=%s");

  private static final List<String> FILTERS =
      List.of(
          "post-purchase-messages?state=SENT",
          "post-purchase-messages?state=FAILED",
          "post-purchase-messages?newer=1",
          "post-purchase-decisions?state=SEND",
          "post-purchase-enrollments?state=ACTIVE",
          "post-purchase-outbox?state=DONE");

  private final DemoShop empty;
  private final DemoShop full;
  private final Known known;
  private final String run = Long.toString(System.currentTimeMillis(), 36);
  private int buyers;

  Pages(DemoShop empty, DemoShop full, Known known) {
    this.empty = empty;
    this.full = full;
    this.known = known;
  }

  void compare(Comparison table) {
    checkout(table);
    shopper(table);
    merchant(table);
  }

  /** A buyer whom nobody knows: the whole way, and the last click with its confirmation page. */
  private void checkout(Comparison table) {
    table.turns("guest checkout, all its pages", () -> buy(empty)[0], () -> buy(full)[0], CHECKOUT);
    table.turns(
        "guest checkout, last click and confirmation",
        () -> buy(empty)[1],
        () -> buy(full)[1],
        CHECKOUT);
  }

  private double[] buy(DemoShop shop) {
    Browser guest = shop.browser();
    long begin = System.nanoTime();
    guest.fillBasket();
    guest.enterDetails("n" + run + buyers++ + "@example.com");
    long last = System.nanoTime();
    guest.placeOrder();
    long end = System.nanoTime();
    return new double[] {(end - begin) / 1e6, (end - last) / 1e6};
  }

  private void shopper(Comparison table) {
    Browser[] shoppers = {customer(empty), customer(full)};
    for (String path :
        List.of(
            "/",
            "/coffee",
            "/coffee/harbour-espresso",
            "/cart",
            "/account",
            "/account/points",
            "/rewards")) {
      pages(table, path, path, path, shoppers, SHOP);
    }
  }

  /** Somebody with an order and a full basket. */
  private Browser customer(DemoShop shop) {
    Browser customer = shop.browser();
    String email = "r" + run + buyers++ + "@example.com";
    customer.register(email);
    customer.fillBasket();
    customer.enterDetails(email);
    customer.placeOrder();
    customer.fillBasket();
    return customer;
  }

  private void merchant(Comparison table) {
    Browser[] merchants = {empty.browser().merchant(), full.browser().merchant()};
    List<String> paths = new ArrayList<>(sections(merchants[1]));
    paths.addAll(FILTERS);
    for (String typed : known.all()) {
      SEARCHES.forEach(search -> paths.add(search.replace("%s", URLEncoder.encode(typed, UTF_8))));
    }
    for (String path : paths) {
      pages(table, "admin " + path, "/admin/" + path, "/admin/" + path, merchants, LIST);
      Matcher first = row(path, merchants[1]);
      Matcher same = row(path, merchants[0]);
      if (!path.contains("?") && first.find() && same.find()) {
        pages(table, "admin " + path + "/…", same.group(), first.group(), merchants, LIST);
      }
    }
  }

  private static Matcher row(String path, Browser merchant) {
    String section = path.replaceAll("\\?.*", "");
    String list;
    try {
      list = merchant.get("/admin/" + path);
    } catch (IllegalStateException e) { // the table says so
      list = "";
    }
    return Pattern.compile("/admin/" + section + "/\\d+(?=\")").matcher(list);
  }

  /** Whatever the menu leads to. */
  private static TreeSet<String> sections(Browser merchant) {
    TreeSet<String> found = new TreeSet<>();
    Matcher link = SECTION.matcher(merchant.get("/admin/post-purchase-series"));
    while (link.find()) {
      found.add(link.group(1));
    }
    return found;
  }

  private static void pages(
      Comparison table, String what, String ofEmpty, String ofFull, Browser[] both, Limit limit) {
    table.turns(what, timed(both[0], ofEmpty), timed(both[1], ofFull), limit);
  }

  private static Callable<Double> timed(Browser browser, String path) {
    return () -> {
      long begin = System.nanoTime();
      browser.get(path);
      return (System.nanoTime() - begin) / 1e6;
    };
  }
}
