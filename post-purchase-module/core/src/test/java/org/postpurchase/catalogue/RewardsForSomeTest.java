package org.postpurchase.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Databases;

/** Rewards that only some customers can have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RewardsForSomeTest {
  private RewardShop shop;

  @BeforeEach
  void empty() {
    shop = new RewardShop(Databases.hsqldb());
  }

  @Test
  void the_tier_opens_it() {
    shop.offer(200, RewardShop.tier("gold"));
    shop.give(77, 500);
    shop.tiersReached.add("customer:77gold");

    assertThat(shop.buy(77, "a").isBought()).isTrue();
  }

  @Test
  void what_is_for_the_people_of_a_segment_is_neither_seen_nor_sold_to_others() {
    shop.offer(200, RewardShop.limits(3, 0).within("vip"));
    shop.give(77, 500);
    shop.give(78, 500);
    shop.membersOf.add("customer:77vip");

    assertThat(shop.show.onOffer(Locale.UK)).as("whoever looks").isEmpty();
    assertThat(shop.show.ofCustomer(78, Locale.UK).get().rewards).isEmpty();
    assertThat(shop.buy(78, "a").verdict).isEqualTo(CatalogueVerdict.NOT_OFFERED);
    assertThat(shop.usable(78)).isEqualTo(500);
    assertThat(shop.taken()).isZero();
    assertThat(shop.show.ofCustomer(77, Locale.UK).get().rewards).hasSize(1);
    assertThat(shop.buy(77, "b").isBought()).isTrue();

    shop.membersOf.clear();
    assertThat(shop.buy(77, "c").verdict)
        .as("not any more")
        .isEqualTo(CatalogueVerdict.NOT_OFFERED);
    assertThat(shop.show.own(77)).as("what was bought stays").hasSize(1);
  }
}
