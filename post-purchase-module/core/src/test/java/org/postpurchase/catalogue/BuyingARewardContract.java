package org.postpurchase.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.ledger.LedgerProof;
import org.postpurchase.ledger.ProofScope;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.Redeemer;
import org.postpurchase.reward.RewardState;
import org.postpurchase.testkit.CoreDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BuyingARewardContract {
  private CoreDatabase database;
  private RewardShop shop;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
  }

  @BeforeEach
  void empty() {
    shop = new RewardShop(database);
  }

  @Test
  void points_are_spent_and_the_code_is_there() {
    shop.offer(200, CatalogueReward.Limits.NONE);
    long account = shop.give(77, 500);

    BuyResult bought = shop.buy(77, "a");

    assertThat(bought.isBought()).isTrue();
    assertThat(shop.usable(77)).isEqualTo(300);
    assertThat(bought.code.grant.customerId).isEqualTo(77);
    assertThat(bought.code.grant.contact).isEqualTo("customer77@example.com");
    assertThat(bought.code.expiresAt)
        .isBetween(
            shop.loyalty.clock.instant().plus(Duration.ofDays(30)),
            shop.loyalty.clock.instant().plus(Duration.ofDays(31)));
    assertThat(shop.offers.codes).containsOnlyKeys(bought.code.code);
    assertThat(shop.ledgerSums()).isEqualTo("purchases=1 codes=1 captured=1 open=0");
    assertThat(shop.show.own(77))
        .extracting(own -> own.code.code)
        .containsExactly(bought.code.code);
    assertThat(shop.show.own(78)).isEmpty();
    assertThat(
            shop.show.namesOf(
                shop.loyalty.views.history(account, 10, Long.MAX_VALUE).stream()
                    .map(posting -> posting.key)
                    .toList()))
        .as("the two movements of this purchase and not the gift")
        .hasSize(2)
        .containsValue("Five off reward:1");
    assertThat(proof().run(ProofScope.ALL, "test").mismatches).isEmpty();
  }

  @Test
  void everybody_is_told_of_what_is_on_offer_now_and_not_sold_out() {
    Instant now = shop.loyalty.clock.instant();
    shop.offer(200, RewardShop.limits(1, 0));
    shop.offer("reward:2", 1, 300, RewardShop.tier("gold"));
    shop.offer("reward:3", 1, 300, RewardShop.window(null, now));
    shop.offer("reward:4", 1, 300, RewardShop.window(now.plusSeconds(1), null));
    shop.give(77, 500);
    assertThat(onOffer()).containsExactlyInAnyOrder("reward:1", "reward:2");

    assertThat(shop.buy(77, "a").isBought()).isTrue();
    assertThat(onOffer()).as("the last one is gone").containsExactly("reward:2");
    shop.loyalty.active = false;
    assertThat(onOffer()).isEmpty();
  }

  private List<String> onOffer() {
    return shop.show.onOffer(Locale.ENGLISH).stream().map(offered -> offered.reward.key).toList();
  }

  private LedgerProof proof() {
    return new LedgerProof(
        database.ledger(),
        database.proofs(),
        shop.loyalty.engine.ledger(),
        database.transactions,
        shop.loyalty.clock);
  }

  @Test
  void only_the_owner_can_use_it() {
    shop.offer(200, CatalogueReward.Limits.NONE);
    shop.give(77, 500);
    BuyResult bought = shop.buy(77, "a");
    RedeemReward redeem =
        new RedeemReward(
            shop.codes, shop.offers, now -> now, database.transactions, shop.loyalty.clock);
    List<String> code = List.of(bought.code.code);

    assertThat(redeem.problems(code, new Redeemer(1, "bob@example.com", 78)))
        .extracting(problem -> problem.verdict)
        .containsExactly(CodeVerdict.FOREIGN);
    assertThat(redeem.problems(code, new Redeemer(1, "new@example.com", 77))).isEmpty();
    shop.loyalty.clock.advance(Duration.ofDays(31));
    assertThat(redeem.problems(code, new Redeemer(1, "new@example.com", 77)))
        .extracting(problem -> problem.verdict)
        .containsExactly(CodeVerdict.EXPIRED);
    assertThat(shop.usable(77)).as("nothing comes back by itself").isEqualTo(300);
  }

  @Test
  void what_anybody_gets_with_a_public_code_is_not_sold_for_points() {
    shop.offer(200, CatalogueReward.Limits.NONE);
    shop.give(77, 500);
    shop.offers.publicCode = "WELCOME10";

    assertThat(shop.buy(77, "a").verdict).isEqualTo(CatalogueVerdict.NOT_OFFERED);
    assertThat(shop.usable(77)).isEqualTo(500);

    shop.offers.publicCode = null;
    assertThat(shop.buy(77, "a").verdict).isEqualTo(CatalogueVerdict.AVAILABLE);
  }

  @Test
  void the_same_press_pays_and_gives_once_whatever_has_changed() {
    shop.offer(200, RewardShop.limits(1, 1));
    shop.give(77, 500);
    BuyResult first = shop.buy(77, "a");
    shop.offer("reward:1", 2, 400, CatalogueReward.Limits.NONE);
    shop.loyalty.active = false;

    BuyResult again = shop.buy(77, "a");

    assertThat(again.repeated).isTrue();
    assertThat(again.code.code).isEqualTo(first.code.code);
    assertThat(shop.usable(77)).isEqualTo(300);
    assertThat(shop.buy(77, "b").verdict).isEqualTo(CatalogueVerdict.PROGRAMME_OFF);
    shop.offer("reward:2", 1, 100, CatalogueReward.Limits.NONE);
    assertThat(shop.button().buy(RewardShop.wish(77, "reward:2", 1, "a")).verdict)
        .isEqualTo(CatalogueVerdict.CHANGED);
  }

  @Test
  void somebody_elses_token_brings_nothing_of_his() {
    shop.offer(200, CatalogueReward.Limits.NONE);
    shop.give(77, 500);
    shop.give(78, 100);
    shop.buy(77, "a");

    assertThat(shop.buy(78, "a").verdict).isEqualTo(CatalogueVerdict.NOT_ENOUGH_POINTS);
    assertThat(shop.show.boughtWith(78, "press-no-a")).isEmpty();
    assertThat(shop.show.boughtWith(77, "press-no-a")).isPresent();
    assertThat(shop.show.boughtWith(77, "no: token")).isEmpty();
  }

  @Test
  void a_refusal_says_why_and_changes_nothing() {
    Instant now = shop.loyalty.clock.instant();
    shop.offer(200, RewardShop.limits(2, 1));
    shop.give(77, 500);
    shop.give(78, 199);
    shop.give(79, 500);
    assertThat(shop.buy(76, "a").verdict).isEqualTo(CatalogueVerdict.NOT_ENOUGH_POINTS);
    assertThat(shop.buy(78, "a").verdict).isEqualTo(CatalogueVerdict.NOT_ENOUGH_POINTS);
    assertThat(shop.taken()).as("put back").isZero();
    assertThat(shop.buy(77, "a").isBought()).isTrue();
    assertThat(shop.buy(77, "b").verdict).isEqualTo(CatalogueVerdict.LIMIT_REACHED);
    shop.offer(200, RewardShop.limits(1, 0));
    assertThat(shop.buy(79, "a").verdict).isEqualTo(CatalogueVerdict.SOLD_OUT);
    shop.offer(200, RewardShop.window(now.plusSeconds(1), null));
    assertThat(shop.buy(79, "a").verdict).isEqualTo(CatalogueVerdict.NOT_OFFERED);
    shop.offer(200, RewardShop.window(null, now));
    assertThat(shop.buy(79, "a").verdict).isEqualTo(CatalogueVerdict.NOT_OFFERED);
    shop.offer(200, RewardShop.tier("gold"));
    assertThat(shop.buy(79, "a").verdict).isEqualTo(CatalogueVerdict.TIER_TOO_LOW);
    shop.offer("reward:1", 2, 200, CatalogueReward.Limits.NONE);
    assertThat(shop.buy(79, "a").verdict).isEqualTo(CatalogueVerdict.CHANGED);
    shop.offer(200, CatalogueReward.Limits.NONE);
    assertThat(
            shop.button()
                .buy(new BuyRequest(79, "", "reward:1", 1, "press-no-1", Locale.ENGLISH))
                .verdict)
        .isEqualTo(CatalogueVerdict.NO_ADDRESS);
    shop.offers.running = false;
    assertThat(shop.buy(79, "a").verdict).isEqualTo(CatalogueVerdict.NOT_OFFERED);
    shop.offers.running = true;
    shop.loyalty.engine.ledger().freeze(shop.loyalty.balance(79).accountId);
    assertThat(shop.buy(79, "a").verdict).isEqualTo(CatalogueVerdict.FROZEN);
    shop.rewards.clear();
    assertThat(shop.buy(79, "a").verdict).isEqualTo(CatalogueVerdict.NOT_OFFERED);

    assertThat(shop.usable(78)).isEqualTo(199);
    assertThat(shop.taken()).isEqualTo(1);
    assertThat(shop.ledgerSums()).isEqualTo("purchases=1 codes=1 captured=1 open=0");
  }

  @Test
  void the_tier_opens_it() {
    shop.offer(200, RewardShop.tier("gold"));
    shop.give(77, 500);
    shop.tiersReached.add("customer:77gold");

    assertThat(shop.buy(77, "a").isBought()).isTrue();
  }

  @Test
  void without_a_code_no_points_go() {
    shop.offer(200, RewardShop.limits(3, 0));
    shop.give(77, 500);
    shop.offers.failing = true;

    assertThatThrownBy(() -> shop.buy(77, "a")).hasMessageContaining("no code today");

    assertThat(shop.usable(77)).isEqualTo(500);
    assertThat(shop.taken()).isZero();
    assertThat(shop.ledgerSums()).isEqualTo("purchases=0 codes=0 captured=0 open=0");
    shop.offers.failing = false;
    assertThat(shop.buy(77, "a").isBought()).as("the same press again").isTrue();
  }

  @Test
  void the_page_says_what_the_button_will_do() {
    shop.offer(200, RewardShop.limits(3, 1));
    shop.offer("reward:2", 1, 900, CatalogueReward.Limits.NONE);
    shop.offer("reward:3", 1, 100, RewardShop.tier("gold"));
    shop.offer("reward:4", 1, 100, RewardShop.window(null, shop.loyalty.clock.instant()));
    shop.give(77, 500);

    assertThat(shop.show.ofCustomer(77, Locale.ENGLISH).orElseThrow().rewards)
        .extracting(r -> r.reward.key + " " + r.verdict + " " + r.missing + " " + r.left)
        .containsExactlyInAnyOrder(
            "reward:1 AVAILABLE 0 3",
            "reward:2 NOT_ENOUGH_POINTS 400 -1",
            "reward:3 TIER_TOO_LOW 0 -1");
    shop.buy(77, "a");
    assertThat(shop.show.ofCustomer(77, Locale.ENGLISH).orElseThrow().rewards)
        .extracting(r -> r.reward.key + " " + r.verdict + " " + r.missing + " " + r.left)
        .contains("reward:1 LIMIT_REACHED 0 2");
    shop.loyalty.active = false;
    assertThat(shop.show.ofCustomer(77, Locale.ENGLISH)).isEmpty();
  }

  @Test
  void what_is_taken_back_is_revoked_restored_and_can_be_had_by_somebody_else() {
    shop.offer(200, RewardShop.limits(1, 1));
    shop.give(77, 500);
    shop.give(78, 500);
    BuyResult bought = shop.buy(77, "a");
    String key = bought.purchase.requestKey;

    assertThat(shop.takeBack.takeBack(key, "admin")).isEqualTo(TakeBackPurchase.Outcome.DONE);
    assertThat(shop.takeBack.takeBack(key, "admin"))
        .isEqualTo(TakeBackPurchase.Outcome.DONE_BEFORE);

    assertThat(shop.usable(77)).isEqualTo(500);
    assertThat(shop.show.own(77).get(0).code.state).isEqualTo(RewardState.REVOKED);
    assertThat(shop.buy(78, "a").isBought()).isTrue();
    shop.offer(200, RewardShop.limits(2, 1));
    assertThat(shop.buy(77, "b").isBought()).as("his limit is free again").isTrue();
    assertThat(shop.takeBack.takeBack("reward:1:unknown", "admin"))
        .isEqualTo(TakeBackPurchase.Outcome.UNKNOWN);
  }

  @Test
  void a_code_in_use_is_not_taken_back() {
    shop.offer(200, CatalogueReward.Limits.NONE);
    shop.give(77, 500);
    BuyResult bought = shop.buy(77, "a");
    new RedeemReward(shop.codes, shop.offers, now -> now, database.transactions, shop.loyalty.clock)
        .reserve(List.of(bought.code.code), new Redeemer(5, "", 77));

    assertThat(shop.takeBack.takeBack(bought.purchase.requestKey, "admin"))
        .isEqualTo(TakeBackPurchase.Outcome.CODE_IN_USE);
    assertThat(shop.usable(77)).isEqualTo(300);
  }
}
