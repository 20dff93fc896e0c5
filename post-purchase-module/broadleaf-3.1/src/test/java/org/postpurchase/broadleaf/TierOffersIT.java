package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.broadleaf.offer.CodeProblemTexts;
import org.postpurchase.broadleaf.offer.TierOffers;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.RewardDesk;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.loyalty.Owners;

/**
 * Offers of the host that only members of a tier may use. Two units at 12.90 are 25.80 without one.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TierOffersIT {
  private static final BigDecimal FULL = new BigDecimal("25.80");
  private static final BigDecimal REDUCED = new BigDecimal("23.22");

  private final Plugin plugin = new Plugin(HostContext.get());
  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private Shopper shopper;
  private PointsDesk points;
  private RewardDesk desk;
  private long offer;

  @BeforeEach
  void open() {
    shopper = new Shopper(HostContext.get());
    points = new PointsDesk(HostContext.get());
    points.open(500, 100, 50);
    desk = new RewardDesk(HostContext.get());
    offer = desk.tenPercent();
    tier("silver", true, "");
    tier("gold", true, String.valueOf(offer));
  }

  @AfterEach
  void close() {
    tier("silver", false, "");
    tier("gold", false, "");
    points.close();
  }

  private void tier(String preset, boolean active, String offers) {
    settings.read(
        em -> {
          LoyaltyTier row =
              em.createQuery(
                      "select t from org.postpurchase.broadleaf.entity.LoyaltyTier t"
                          + " where t.presetKey = :preset",
                      LoyaltyTier.class)
                  .setParameter("preset", preset)
                  .getSingleResult();
          row.setActive(active);
          row.setActiveSince(0L);
          row.setOfferIds(offers);
          return null;
        });
  }

  /** Somebody who has earned so many points, and whose standing has been looked at. */
  private Customer member(String name, long earned) {
    Customer customer = shopper.registered(name + "@tier.example");
    Instant now = plugin.getClock().instant();
    plugin
        .getLoyalty()
        .getLedger()
        .earn(
            new EarnRequest(
                PointsDesk.PROGRAMME,
                Owners.ofCustomer(customer.getId()),
                "test:" + name + ":" + customer.getId(),
                earned,
                LotCause.of("BIRTHDAY").byRule("rule:1", 1, 1),
                now,
                null,
                true));
    plugin.getLoyalty().engine.keepTiers().runDue();
    return customer;
  }

  private String tierOf(Customer customer) {
    return plugin
        .getLoyalty()
        .getTiers()
        .tierOf(Owners.ofCustomer(customer.getId()))
        .map(tier -> tier.name)
        .orElse("");
  }

  private BigDecimal pays(Customer customer) throws Exception {
    String email = customer.getEmailAddress();
    String code = desk.give(offer, email, customer.getId());
    Order cart = shopper.cartWithCode(customer, email, code);
    return cart.getSubTotal().getAmount().subtract(cart.getOrderAdjustmentsValue().getAmount());
  }

  @Test
  void members_of_the_tier_get_the_offer_and_others_pay_the_full_price() throws Exception {
    Customer gold = member("gold", 1_500);
    Customer silver = member("silver", 500);

    assertThat(tierOf(gold)).isEqualTo("Gold");
    assertThat(tierOf(silver)).isEqualTo("Silver");
    assertThat(pays(gold)).isEqualByComparingTo(REDUCED);
    assertThat(pays(silver)).isEqualByComparingTo(FULL);
  }

  @Test
  void a_guest_gets_no_offer_of_a_tier_and_is_told_whose_it_is() throws Exception {
    String code = desk.give(offer, "guest@tier.example");
    Order cart = shopper.cartWithCode("guest@tier.example", code);

    assertThat(cart.getOrderAdjustmentsValue().getAmount()).isEqualByComparingTo("0");
    assertThat(HostContext.get().getBean(TierOffers.class).membersOnly(cart))
        .containsExactly(Map.entry(code, "Gold"));
    assertThat(
            HostContext.get()
                .getBean(CodeProblemTexts.class)
                .membersOnly(code, "Gold", Locale.GERMAN))
        .isEqualTo(
            "Der Code " + code + " ist für Mitglieder ab der Stufe Gold. Er bringt noch nichts.");
  }

  @Test
  void an_offer_that_is_bound_to_no_tier_any_more_is_for_everybody() throws Exception {
    Customer silver = member("late", 500);
    tier("gold", true, "");

    assertThat(pays(silver)).isEqualByComparingTo(REDUCED);
  }

  @Test
  void a_higher_tier_has_the_offers_of_the_lower_ones() throws Exception {
    tier("gold", true, "");
    tier("silver", true, String.valueOf(offer));

    assertThat(pays(member("above", 1_500))).isEqualByComparingTo(REDUCED);
    assertThat(pays(member("below", 499))).isEqualByComparingTo(FULL);
  }
}
