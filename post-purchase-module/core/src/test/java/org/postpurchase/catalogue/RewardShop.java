package org.postpurchase.catalogue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.reward.CodeLife;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.shared.Transactions;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.HostOffers;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.SeriesWorld;

/** A shop with rewards: the real use cases, ledger and codes on a real database. */
final class RewardShop implements CatalogueReader {
  final LoyaltyWorld loyalty;
  final HostOffers offers = new HostOffers();
  final Map<String, CatalogueReward> rewards = new ConcurrentHashMap<>();
  final List<String> tiersReached = new ArrayList<>();
  final List<String> membersOf = new ArrayList<>();
  final PurchaseStore purchases;
  final RewardCodeStore codes;
  final ShowCatalogue show;
  final TakeBackPurchase takeBack;
  private final CoreDatabase database;
  private final CheckReward check;

  RewardShop(CoreDatabase database) {
    this.database = database;
    for (String table : List.of("PP_REWARD_PURCHASE", "PP_REWARD_STOCK", "PP_REWARD_CODE")) {
      database.jdbc.update("delete from " + table);
    }
    loyalty = new LoyaltyWorld(database);
    purchases = database.purchases();
    codes = database.rewardCodes();
    check =
        new CheckReward(
                loyalty,
                this,
                offers,
                (programme, owner, tier) -> tiersReached.contains(owner + tier))
            .with((owner, segment) -> membersOf.contains(owner + segment));
    show =
        new ShowCatalogue(
            check, purchases, codes, loyalty.views, database.transactions, loyalty.clock);
    takeBack =
        new TakeBackPurchase(
            loyalty,
            purchases,
            codes,
            loyalty.engine.ledger(),
            database.transactions,
            loyalty.clock);
  }

  @Override
  public List<CatalogueReward> rewards() {
    return new ArrayList<>(rewards.values());
  }

  @Override
  public Optional<CatalogueReward> find(String rewardKey) {
    return Optional.ofNullable(rewards.get(rewardKey));
  }

  /** The button, with all there is. */
  BuyReward button() {
    return button(database.transactions);
  }

  BuyReward button(Transactions transactions) {
    return new BuyReward(
        check,
        purchases,
        loyalty.engine.ledger(),
        new IssueReward(codes, offers, new CodeLife(() -> ZoneOffset.UTC), new SecureRandom()),
        transactions,
        loyalty.clock);
  }

  CatalogueReward offer(long cost, CatalogueReward.Limits limits) {
    return offer("reward:1", 1, cost, limits);
  }

  CatalogueReward offer(String key, int version, long cost, CatalogueReward.Limits limits) {
    CatalogueReward reward =
        new CatalogueReward(
            key,
            version,
            "Five off " + key,
            "For your next order",
            cost,
            SeriesWorld.OFFER,
            30,
            limits);
    rewards.put(key, reward);
    return reward;
  }

  static CatalogueReward.Limits limits(long stock, long perCustomer) {
    return new CatalogueReward.Limits(stock, perCustomer, null, null, "");
  }

  static CatalogueReward.Limits window(Instant from, Instant until) {
    return new CatalogueReward.Limits(0, 0, from, until, "");
  }

  static CatalogueReward.Limits tier(String tier) {
    return new CatalogueReward.Limits(0, 0, null, null, tier);
  }

  long give(long customer, long points) {
    long account = loyalty.engine.ledger().open("main", Owners.ofCustomer(customer));
    loyalty
        .engine
        .ledger()
        .adjust(
            account,
            new PostingRequest(
                Verb.ADJUST, "gift-" + customer + "-" + points, 0, "GOODWILL", "", ""),
            points,
            null);
    return account;
  }

  BuyResult buy(long customer, String token) {
    return button().buy(wish(customer, "reward:1", 1, token));
  }

  static BuyRequest wish(long customer, String reward, int version, String token) {
    return new BuyRequest(
        customer,
        "customer" + customer + "@example.com",
        reward,
        version,
        "press-no-" + token,
        Locale.ENGLISH);
  }

  long usable(long customer) {
    return loyalty.balance(customer).usable;
  }

  long taken() {
    return purchases.taken().getOrDefault("reward:1", 0L);
  }

  /** That points, purchases, stock and codes tell the same story. */
  String ledgerSums() {
    return "purchases="
        + database.count("PP_REWARD_PURCHASE")
        + " codes="
        + database.count("PP_REWARD_CODE")
        + " captured="
        + database.jdbc.queryForObject(
            "select count(*) from PP_POINTS_HOLD where STATE = 'CAPTURED'", Integer.class)
        + " open="
        + database.jdbc.queryForObject(
            "select count(*) from PP_POINTS_HOLD where STATE = 'HELD'", Integer.class);
  }
}
