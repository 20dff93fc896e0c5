package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Staff look for somebody of whom they know a part of a name, an address or an order. */
abstract class SearchScenarios {
  private static final List<String> LISTS =
      List.of("messages", "enrollments", "decisions", "consents", "points");
  private final URI shop;
  private final Merchant admin;

  SearchScenarios(URI shop, Merchant admin) {
    this.shop = shop;
    this.admin = admin;
  }

  @Test
  void any_part_of_an_address_or_an_order_number_finds_the_person_in_every_list() {
    Buyer buyer = new Buyer(shop, "xaver.oberhuber");
    String number = buyer.buys(true);
    new Buyer(shop, "somebody-else").buys(true);
    for (String typed : List.of("xaver", "XAVER", "oberhuber@ex", buyer.address, number)) {
      for (String list : List.of("messages", "enrollments", "decisions", "consents")) {
        String page = admin.get("/admin/post-purchase-" + list + "?contact=" + typed).body();
        assertThat(page).as(list + " " + typed).contains(buyer.address);
        assertThat(page).as(list + " " + typed).doesNotContain("somebody-else@");
      }
    }
  }

  @Test
  void points_are_found_by_a_part_of_an_address_and_of_an_order_number() {
    ShopDriver member = new ShopDriver(shop);
    member.register("xaver-member@example.com", "secret12");
    member.addToBasket("/last-chance/enamel-pot", 501, 1);
    String number = member.checkout("xaver-member@example.com");
    for (String typed : List.of("xaver-mem", number.substring(4))) {
      assertThat(admin.get("/admin/post-purchase-points?contact=" + typed).body())
          .as(typed)
          .contains("xaver-member@example.com");
    }
  }

  /** Whole addresses are looked up by indexes; nothing of the person may be missing then. */
  @Test
  void a_whole_address_finds_the_person_in_any_spelling() {
    ShopDriver member = new ShopDriver(shop);
    member.register("Yara.Whole@example.com", "secret12");
    member.addToBasket("/last-chance/enamel-pot", 501, 1);
    member.checkout("Yara.Whole@example.com");
    for (String typed :
        List.of("yara.whole@example.com", "YARA.WHOLE@EXAMPLE.COM", "Yara.Whole@example.com")) {
      assertThat(admin.get("/admin/post-purchase-points?contact=" + typed).body())
          .as(typed)
          .contains(", Yara.Whole@example.com");
      assertThat(admin.get("/admin/post-purchase-people?q=" + typed).body())
          .as(typed)
          .contains("Yara.Whole@example.com");
    }
  }

  @Test
  void what_no_database_takes_finds_nothing_and_breaks_nothing() {
    for (String typed : List.of("%00", "a%00b", "%25", "_", "'%3B--", "%F0%9F%98%80", "!")) {
      for (String list : LISTS) {
        assertThat(admin.get("/admin/post-purchase-" + list + "?contact=" + typed).statusCode())
            .as(list + " " + typed)
            .isEqualTo(200);
      }
    }
    assertThat(admin.get("/admin/post-purchase-suppressions?contact=%00x").statusCode())
        .isEqualTo(200);
  }
}
