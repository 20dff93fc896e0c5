package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferImpl;
import org.broadleafcommerce.core.offer.domain.OfferItemCriteria;
import org.broadleafcommerce.core.offer.domain.OfferItemCriteriaImpl;
import org.broadleafcommerce.core.offer.service.type.OfferDiscountType;
import org.broadleafcommerce.core.offer.service.type.OfferType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.LoyaltyRewardImpl;
import org.postpurchase.broadleaf.settings.EntityCatalogueReader;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.RewardDesk;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.catalogue.BuyRequest;
import org.postpurchase.catalogue.BuyResult;
import org.postpurchase.catalogue.CatalogueAtAGlance;
import org.postpurchase.catalogue.CatalogueVerdict;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.reward.RewardState;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rewards for points as the host's offers and checkout have them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RewardPurchaseIT {
  private static final BigDecimal FULL = new BigDecimal("25.80");
  private static final BigDecimal REDUCED = new BigDecimal("23.22");

  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final List<Long> added = new ArrayList<>();
  private Shopper shopper;
  private PointsDesk desk;
  private RewardDesk offers;
  private long offer;
  private int presses;

  @BeforeEach
  void open() {
    shopper = new Shopper(HostContext.get());
    desk = new PointsDesk(HostContext.get());
    desk.open(1, 1, 100);
    offers = new RewardDesk(HostContext.get());
    offer = offers.tenPercent();
  }

  @AfterEach
  void close() {
    HostContext.watch().reset();
    added.forEach(id -> jdbc.update("delete from PP_LOYALTY_REWARD where REWARD_ID = ?", id));
    desk.close();
  }

  @Test
  void its_buyer_pays_less_with_any_address_and_nobody_else_does() throws Exception {
    String reward = reward(row -> {});
    Customer ada = desk.customerWith(500);
    Customer bob = desk.customerWith(0);
    BuyResult bought = buy(ada, reward);
    assertThat(bought.isBought()).isTrue();
    assertThat(bought.code.title).isEqualTo("Thank you 10");
    String code = bought.code.code;

    Order foreign = shopper.cartWithCode(bob, bob.getEmailAddress(), code);
    assertThat(total(foreign)).isEqualByComparingTo(FULL);
    assertThat(shopper.checkOut(foreign).getStatus())
        .as("at its price, without the code")
        .isEqualTo(OrderStatus.SUBMITTED);
    assertThat(offers.read(code).state).isEqualTo(RewardState.ISSUED);

    Order own = shopper.cartWithCode(ada, "gift@test.example", code);
    assertThat(total(own)).isEqualByComparingTo(REDUCED);
    assertThat(shopper.checkOut(own).getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(offers.read(code).state).isEqualTo(RewardState.RESERVED);
    assertThat(desk.usable(ada)).isEqualTo(300);
  }

  /** Two of them at 12.90, of which one is free. */
  @Test
  void a_free_product_is_an_offer_on_that_product_for_one_unit() throws Exception {
    offer = offers.offer(OfferType.ORDER_ITEM, OfferDiscountType.PERCENT_OFF, "100");
    settings.read(
        em -> {
          OfferItemCriteria beansOnly = new OfferItemCriteriaImpl();
          beansOnly.setQuantity(1);
          beansOnly.setMatchRule("orderItem.sku.name == 'House beans 250 g'");
          Offer row = em.find(OfferImpl.class, offer);
          row.setMaxUsesPerOrder(1);
          row.setTargetItemCriteria(new HashSet<>(List.of(em.merge(beansOnly))));
          return em.merge(row);
        });
    Customer ada = desk.customerWith(500);
    Customer bob = desk.customerWith(0);
    String code = buy(ada, reward(row -> {})).code.code;

    Order own = shopper.cartWithCode(ada, ada.getEmailAddress(), code);
    Order foreign = shopper.cartWithCode(bob, bob.getEmailAddress(), code);

    assertThat(total(own)).isEqualByComparingTo("12.90");
    assertThat(total(foreign)).isEqualByComparingTo(FULL);
    assertThat(shopper.checkOut(own).getStatus()).isEqualTo(OrderStatus.SUBMITTED);
  }

  @Test
  void the_page_shows_what_the_merchant_has_switched_on() {
    String reward = reward(row -> row.setStock(4));
    reward(row -> row.setActive(false));
    reward(row -> row.setRewardOffer(null));
    String gold = reward(row -> row.setTierKey("gold"));
    Customer ada = desk.customerWith(150);

    CatalogueAtAGlance page =
        HostContext.plugin()
            .bean(ShowCatalogue.class)
            .ofCustomer(ada.getId(), Locale.ENGLISH)
            .orElseThrow();

    assertThat(page.rewards)
        .extracting(r -> r.reward.key + " " + r.verdict + " " + r.missing + " " + r.left)
        .containsExactly(reward + " NOT_ENOUGH_POINTS 50 4", gold + " TIER_TOO_LOW 50 -1");
    assertThat(buy(desk.customerWith(500), gold).verdict).isEqualTo(CatalogueVerdict.TIER_TOO_LOW);
  }

  @Test
  void an_offer_that_is_archived_or_over_gives_nothing() {
    String reward = reward(row -> {});
    Customer ada = desk.customerWith(500);
    jdbc.update(
        "update BLC_OFFER set END_DATE = timestamp '2020-01-01 00:00:00' where OFFER_ID = ?",
        offer);
    forgetCached();

    assertThat(buy(ada, reward).verdict).isEqualTo(CatalogueVerdict.NOT_OFFERED);
    assertThat(desk.usable(ada)).isEqualTo(500);
  }

  @Test
  void when_the_host_cannot_store_the_code_the_points_stay() {
    String reward = reward(row -> row.setStock(1));
    Customer ada = desk.customerWith(500);
    HostContext.watch()
        .interfere(
            sql -> {
              if (sql.toLowerCase(Locale.ROOT).startsWith("insert into blc_offer_code ")) {
                throw new SQLException("no room for codes");
              }
            });

    assertThatThrownBy(() -> buy(ada, reward)).hasStackTraceContaining("no room for codes");

    HostContext.watch().reset();
    assertThat(desk.usable(ada)).isEqualTo(500);
    assertThat(buy(ada, reward).isBought()).as("the one in stock is still there").isTrue();
    assertThat(desk.usable(ada)).isEqualTo(300);
  }

  @Test
  void eight_customers_at_once_get_the_three_there_are() throws Exception {
    String reward = reward(row -> row.setStock(3));
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      customers.add(desk.customerWith(500));
    }
    ExecutorService threads = Executors.newFixedThreadPool(customers.size());
    List<Future<BuyResult>> results = new ArrayList<>();
    for (Customer customer : customers) {
      results.add(threads.submit(() -> buy(customer, reward)));
    }

    int bought = 0;
    for (int i = 0; i < results.size(); i++) {
      BuyResult result = results.get(i).get();
      bought += result.isBought() ? 1 : 0;
      assertThat(desk.usable(customers.get(i))).isEqualTo(result.isBought() ? 300 : 500);
      assertThat(result.verdict).isIn(CatalogueVerdict.AVAILABLE, CatalogueVerdict.SOLD_OUT);
    }
    threads.shutdown();
    assertThat(bought).isEqualTo(3);
  }

  @Test
  void a_purchase_costs_at_most_forty_statements() {
    String reward = reward(row -> row.setStock(5));
    buy(desk.customerWith(500), reward);
    Customer ada = desk.customerWith(500);
    HostContext.watch().reset();

    buy(ada, reward);

    assertThat(HostContext.watch().statements()).hasSizeLessThanOrEqualTo(40);
  }

  private BuyResult buy(Customer customer, String reward) {
    return HostContext.plugin()
        .getBuyReward()
        .buy(
            new BuyRequest(
                customer.getId(),
                customer.getEmailAddress(),
                reward,
                1,
                "press-number-" + next(),
                Locale.ENGLISH));
  }

  private synchronized int next() {
    return ++presses;
  }

  private String reward(Consumer<LoyaltyReward> change) {
    long id =
        settings.read(
            em -> {
              LoyaltyReward row = new LoyaltyRewardImpl();
              row.setName("Ten per cent");
              row.setActive(true);
              row.setCostPoints(200);
              row.setRewardOffer((Offer) em.getReference(OfferImpl.class, offer));
              row.setValidDays(30);
              row.setPriority(100 - added.size());
              row.setEdition(1);
              change.accept(row);
              em.persist(row);
              return row.getId();
            });
    added.add(id);
    return EntityCatalogueReader.keyOf(id);
  }

  private void forgetCached() {
    settings.read(
        em -> {
          em.getEntityManagerFactory().getCache().evictAll();
          return null;
        });
  }

  private static BigDecimal total(Order order) {
    return HostContext.get()
        .getBean("blOrderService", OrderService.class)
        .findOrderById(order.getId())
        .getTotal()
        .getAmount();
  }
}
