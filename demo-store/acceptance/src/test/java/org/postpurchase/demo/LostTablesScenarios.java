package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Pages of a store that has lost one of our tables: each is shown, without our part if need be. */
abstract class LostTablesScenarios extends SpendingScenarios {
  private static final String AWAY = "_AWAY";

  LostTablesScenarios(URI shop, DataSource settings) {
    super(shop, settings);
  }

  @Test
  void every_page_is_shown_whichever_table_of_ours_is_missing() throws SQLException {
    earns("lost-tables@example.com");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    String number = shopper.checkout("lost-tables@example.com");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    shopper.enterCode("WELCOME10");
    shopper.submit("/cart", "/cart/post-purchase/points", Map.of("use", "all", "back", "/cart"));
    shopper.enterDetails("lost-tables@example.com");
    Map<String, String> pages = pages(number);
    List<String> tables = tables();

    for (String table : tables) {
      sql("alter table " + table + " rename to " + table + AWAY);
      try {
        pages.forEach((page, words) -> assertShown(page, words, table));
        shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
      } finally {
        sql("alter table " + table + AWAY + " rename to " + table);
      }
    }
    assertThat(shopper.get("/account/points").body()).contains("Order " + number);
  }

  private List<String> tables() throws SQLException {
    List<String> tables =
        texts(
            "select table_name from information_schema.tables where lower(table_name) like"
                + " 'pp\\_%' and table_schema = current_schema()");
    assertThat(tables).hasSizeGreaterThan(30);
    return tables;
  }

  /** Words of the store's own on each page. */
  private static Map<String, String> pages(String number) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("/", "Fennbrook");
    pages.put("/coffee", "Harbour Espresso");
    pages.put("/coffee/harbour-espresso", "Add to basket");
    pages.put("/cart", "Your basket");
    pages.put("/checkout", "Where shall we send it?");
    pages.put("/checkout/review", "Everything right?");
    pages.put("/account", number);
    pages.put("/account/points", "Your orders");
    pages.put("/account/orders/" + number, "Harbour Espresso");
    pages.put("/confirmation/" + number, "We have your order.");
    return pages;
  }

  private void assertShown(String page, String words, String missing) {
    HttpResponse<String> answer = shopper.get(page);
    assertThat(answer.statusCode()).as("%s without %s", page, missing).isEqualTo(200);
    assertThat(answer.body()).as("%s without %s", page, missing).contains(words, "</html>");
  }
}
