package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.common.persistence.Status;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductAttribute;
import org.broadleafcommerce.core.catalog.domain.ProductAttributeImpl;
import org.broadleafcommerce.core.catalog.domain.SkuImpl;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.domain.AddressImpl;
import org.broadleafcommerce.profile.core.domain.Country;
import org.broadleafcommerce.profile.core.domain.CountryImpl;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.State;
import org.broadleafcommerce.profile.core.domain.StateImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.broadleaf.order.BroadleafOrderHistory;
import org.postpurchase.broadleaf.order.PersonOrders;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is read about orders besides the orders themselves; what a person has ordered as long as the
 * mailboxes of earlier orders are not filled in.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostReadersIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());

  private Shopper shopper;
  private SettingsAccess settings;
  private JdbcTemplate jdbc;
  private OrderHistory history;
  private String email;

  @BeforeEach
  void start() {
    shopper = new Shopper(HostContext.get());
    settings = new SettingsAccess(HostContext.get());
    jdbc = new JdbcTemplate(HostContext.dataSource());
    jdbc.update("delete from PP_TASK_PROGRESS where TASK = 'mailboxes of BLC_ORDER'");
    Inserts inserts = new Inserts(jdbc, SqlDialect.of(HostContext.dataSource()));
    history = new BroadleafOrderHistory(jdbc, new PersonOrders(jdbc, inserts));
    email = "Person" + PEOPLE.incrementAndGet() + "@Test.example";
    HostContext.watch().reset();
  }

  @Test
  void earlier_and_later_orders_of_a_guest_are_found_by_the_address() throws Exception {
    OrderSnapshot first = read(shopper.buy(email));
    assertThat(history.hasEarlier(first)).isFalse();
    assertThat(history.hasLater(first)).isFalse();

    OrderSnapshot second = read(shopper.buy(email));

    assertThat(history.hasLater(first)).isTrue();
    assertThat(history.hasEarlier(first)).isFalse();
    assertThat(history.hasEarlier(second)).isTrue();
    assertThat(history.hasLater(second)).isFalse();
  }

  @Test
  void all_series_that_run_are_read_by_two_statements() throws Exception {
    settings.activate("every-order", 0);
    settings.activate("tier-reached", 0);
    SeriesCatalog catalog = new Plugin(HostContext.get()).getSeries().catalog;
    HostContext.watch().reset();
    try {
      assertThat(catalog.running()).hasSizeGreaterThan(1);
      assertThat(HostContext.watch().statements()).hasSize(2);
    } finally {
      settings.deactivate("every-order");
      settings.deactivate("tier-reached");
    }
  }

  @Test
  void an_address_typed_in_another_case_is_the_same_person() throws Exception {
    shopper.buy(email.toUpperCase(java.util.Locale.ROOT));

    assertThat(history.hasEarlier(read(shopper.buy(email)))).isTrue();
  }

  @Test
  void an_account_is_one_person_whatever_its_addresses() throws Exception {
    Customer customer = shopper.registered(email);
    OrderSnapshot first = read(shopper.buy(customer, email));
    OrderSnapshot second = read(shopper.buy(customer, "other-" + email));

    assertThat(history.hasLater(first)).isTrue();
    assertThat(history.hasEarlier(second)).isTrue();
  }

  @Test
  void carts_cancelled_orders_and_other_people_do_not_count() throws Exception {
    Order cancelled = shopper.buy(email);
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", cancelled.getId());
    shopper.buy("not-" + email);

    OrderSnapshot order = read(shopper.buy(email));
    shopper.readyCart(email);

    assertThat(history.hasEarlier(order)).isFalse();
    assertThat(history.hasLater(order)).isFalse();
  }

  @Test
  void orders_of_the_same_moment_stand_in_the_order_of_their_ids() throws Exception {
    OrderSnapshot first = read(shopper.buy(email));
    OrderSnapshot second = read(shopper.buy(email));
    jdbc.update(
        "update BLC_ORDER set SUBMIT_DATE = ? where ORDER_ID in (?, ?)",
        java.sql.Timestamp.valueOf("2026-01-01 12:00:00"),
        first.orderId,
        second.orderId);

    assertThat(history.hasEarlier(first)).isFalse();
    assertThat(history.hasLater(first)).isTrue();
    assertThat(history.hasEarlier(second)).isTrue();
    assertThat(history.hasLater(second)).isFalse();
  }

  @Test
  void most_look_ups_need_no_scan() throws Exception {
    shopper.buy(email);
    OrderSnapshot second = read(shopper.buy(email));
    HostContext.watch().reset();

    assertThat(history.hasEarlier(second)).isTrue();
    assertThat(history.hasLater(second)).isFalse();

    assertThat(HostContext.watch().statements())
        .hasSize(3) // one of them asks whether the mailboxes are filled in by now
        .noneSatisfy(sql -> assertThat(sql).contains("lower("));
  }

  @Test
  void a_group_holds_lines_of_the_order() throws Exception {
    Order order = shopper.buy(email);
    long line = read(order).lines.get(0).lineId;
    long group = groupOf(order);

    assertThat(HostContext.plugin().getGroups().linesOfGroup(group))
        .containsExactly(LineQuantity.of(line, 2));
    assertThat(HostContext.plugin().getGroups().linesOfGroup(-1)).isEmpty();
  }

  @Test
  void a_line_knows_what_the_shop_says_about_its_product() throws Exception {
    long sku = shopper.newSku();
    changeProduct(
        sku, "how-to", " Keep it dry. ", "how-to-url", "/coffee/brewing", "colour", "brown");

    OrderLine line = read(shopper.buy(email, sku)).lines.get(0);

    assertThat(line.care.available).isTrue();
    assertThat(line.care.howTo).isEqualTo("Keep it dry.");
    assertThat(line.care.howToUrl).isEqualTo("/coffee/brewing");
  }

  @Test
  void a_product_taken_out_of_the_catalogue_is_not_available() throws Exception {
    long sku = shopper.newSku();
    Order order = shopper.buy(email, sku);
    assertThat(read(order).lines.get(0).care.available).isTrue();

    settings.read(
        em -> {
          ((Status) em.find(SkuImpl.class, sku).getProduct()).setArchived('Y');
          return null;
        });

    assertThat(read(order).lines.get(0).care.available).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_order_outlives_its_product(boolean tidily) throws Exception {
    long sku = shopper.newSku();
    Order order = shopper.buy(email, sku);
    OrderLine before = read(order).lines.get(0);
    long product =
        jdbc.queryForObject(
            "select DEFAULT_PRODUCT_ID from BLC_SKU where SKU_ID = ?", Long.class, sku);

    if (tidily) {
      jdbc.update("update BLC_SKU set DEFAULT_PRODUCT_ID = null where SKU_ID = ?", sku);
    }
    againstForeignKeys("delete from BLC_PRODUCT where PRODUCT_ID = " + product);

    OrderLine line = read(order).lines.get(0);
    assertThat(line.lineId).isEqualTo(before.lineId);
    assertThat(line.name).isEqualTo("House beans 250 g");
    assertThat(line.quantity).isEqualTo(2);
    assertThat(line.total).isEqualTo(before.total);
    assertThat(line.care.available).isFalse();
    assertThat(line.care.howTo).isEmpty();
    assertThat(line.pageUrl).isEmpty();
    assertThat(
            HostContext.plugin()
                .getPlacedOrders()
                .newestFirst(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))
                .next(1))
        .singleElement()
        .satisfies(placed -> assertThat(placed.order.orderId).isEqualTo(order.getId()))
        .satisfies(placed -> assertThat(placed.order.lines.get(0).total).isEqualTo(before.total));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GIFT_CARD", "DIGITAL"})
  void what_the_catalogue_or_the_group_does_not_ship_is_in_no_parcel(String kind) throws Exception {
    long sku = shopper.newSku();
    Order order = shopper.buy(email, sku);
    assertThat(read(order).isAnythingShipped()).isTrue();

    jdbc.update(
        "update BLC_FULFILLMENT_GROUP set TYPE = ? where FULFILLMENT_GROUP_ID = ?",
        kind,
        groupOf(order));
    assertThat(read(order).isAnythingShipped()).as("group").isFalse();

    jdbc.update(
        "update BLC_FULFILLMENT_GROUP set TYPE = 'PHYSICAL_SHIP' where FULFILLMENT_GROUP_ID = ?",
        groupOf(order));
    assertThat(read(order).isAnythingShipped()).as("parcel").isTrue();

    jdbc.update("update BLC_SKU set FULFILLMENT_TYPE = ? where SKU_ID = ?", kind, sku);
    assertThat(read(order).isAnythingShipped()).as("SKU").isFalse();
  }

  @Test
  void country_and_region_are_where_the_first_group_goes() throws Exception {
    Order order = shopper.buy(email);
    assertThat(read(order).countryCode).isEmpty();

    long group = groupOf(order);
    settings.read(
        em -> {
          Country country = new CountryImpl();
          country.setAbbreviation("at");
          country.setName("Austria");
          Address address = new AddressImpl();
          address.setAddressLine1("Ring 1");
          address.setCity("Wien");
          address.setPostalCode("1010");
          address.setCountry(country);
          FulfillmentGroup stored = em.find(FulfillmentGroupImpl.class, group);
          stored.setAddress(em.merge(address));
          return null;
        });

    assertThat(read(order).countryCode).isEqualTo("AT");
    assertThat(read(order).regionCode).isEmpty();
    settings.read(
        em -> {
          State state = new StateImpl();
          state.setAbbreviation("AT-9");
          state.setName("Vienna");
          state.setCountry(em.find(CountryImpl.class, "at"));
          em.find(FulfillmentGroupImpl.class, group).getAddress().setState(em.merge(state));
          return null;
        });

    assertThat(read(order).regionCode).as("without its country").isEqualTo("9");
  }

  private void changeProduct(long sku, String... namesAndValues) {
    settings.read(
        em -> {
          Product product = em.find(SkuImpl.class, sku).getProduct();
          for (int i = 0; i < namesAndValues.length; i += 2) {
            ProductAttribute attribute = new ProductAttributeImpl();
            attribute.setName(namesAndValues[i]);
            attribute.setValue(namesAndValues[i + 1]);
            attribute.setProduct(product);
            em.persist(attribute);
          }
          return null;
        });
  }

  /** As a shop's clean-up script would, which does not mind what still points to a row. */
  private static void againstForeignKeys(String sql) throws Exception {
    List<String> switches =
        switch (System.getProperty("pp.test.db", "hsqldb")) {
          case "postgresql" ->
              List.of(
                  "set session_replication_role = replica",
                  "set session_replication_role = origin");
          case "mariadb" -> List.of("set foreign_key_checks = 0", "set foreign_key_checks = 1");
          default ->
              List.of(
                  "set database referential integrity false",
                  "set database referential integrity true");
        };
    try (Connection connection = HostContext.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(switches.get(0));
      statement.execute(sql);
      statement.execute(switches.get(1));
    }
  }

  private static OrderSnapshot read(Order order) {
    return HostContext.plugin().getOrders().find(order.getId()).orElseThrow();
  }

  private long groupOf(Order order) {
    return jdbc.queryForObject(
        "select FULFILLMENT_GROUP_ID from BLC_FULFILLMENT_GROUP where ORDER_ID = ?",
        Long.class,
        order.getId());
  }
}
