package org.postpurchase.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.shared.Transactions;

/** What shoppers and staff see of rewards. Changes nothing, and promises nothing for later. */
public final class ShowCatalogue {
  private static final int OWN = 50;

  private final CheckReward check;
  private final PurchaseStore purchases;
  private final RewardCodeStore codes;
  private final LedgerViews views;
  private final Transactions transactions;
  private final Clock clock;

  public ShowCatalogue(
      CheckReward check,
      PurchaseStore purchases,
      RewardCodeStore codes,
      LedgerViews views,
      Transactions transactions,
      Clock clock) {
    this.check = check;
    this.purchases = purchases;
    this.codes = codes;
    this.views = views;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A customer's page; empty while there is no programme. */
  public Optional<CatalogueAtAGlance> ofCustomer(long customerId, Locale locale) {
    return transactions.call(
        () -> check.programme().map(programme -> glance(programme, customerId, locale)));
  }

  /**
   * What is not sold out and for everybody, for whoever looks; empty while there is no programme.
   */
  public List<RewardOnOffer> onOffer(Locale locale) {
    return transactions.call(
        () ->
            check.programme().isPresent() ? left(locale) : Collections.<RewardOnOffer>emptyList());
  }

  private List<RewardOnOffer> left(Locale locale) {
    Instant now = clock.instant();
    Map<String, Long> taken = purchases.taken();
    List<RewardOnOffer> left = new ArrayList<>();
    for (CatalogueReward reward : check.rewards()) {
      boolean forAll = reward.limits.segmentKey.isEmpty();
      if (forAll && reward.limits.left(taken.getOrDefault(reward.key, 0L)) != 0) {
        check
            .title(reward, locale, now)
            .ifPresent(gives -> left.add(new RewardOnOffer(reward, gives)));
      }
    }
    return left;
  }

  private CatalogueAtAGlance glance(Programme programme, long customerId, Locale locale) {
    Instant now = clock.instant();
    String owner = Owners.ofCustomer(customerId);
    PointsBalance balance = views.balance(programme.key, owner, now);
    Map<String, Long> taken = purchases.taken();
    Map<String, Long> bought = purchases.boughtBy(customerId);
    List<OfferedReward> offered = new ArrayList<>();
    for (CatalogueReward reward : check.rewards()) {
      if (!check.isFor(reward, owner)) {
        continue;
      }
      check
          .title(reward, locale, now)
          .ifPresent(
              gives -> {
                long left = reward.limits.left(taken.getOrDefault(reward.key, 0L));
                boolean tier = check.tier(programme.key, reward, owner);
                long has = bought.getOrDefault(reward.key, 0L);
                offered.add(
                    new OfferedReward(
                        reward,
                        gives,
                        verdict(reward, tier, has, left, balance),
                        Math.max(0, reward.cost - balance.usable),
                        left));
              });
    }
    return new CatalogueAtAGlance(programme, balance, offered, own(customerId));
  }

  private static CatalogueVerdict verdict(
      CatalogueReward reward, boolean tier, long has, long left, PointsBalance balance) {
    if (!tier) {
      return CatalogueVerdict.TIER_TOO_LOW;
    }
    if (!reward.limits.allows(has)) {
      return CatalogueVerdict.LIMIT_REACHED;
    }
    if (left == 0) {
      return CatalogueVerdict.SOLD_OUT;
    }
    if (balance.frozen) {
      return CatalogueVerdict.FROZEN;
    }
    return balance.usable < reward.cost
        ? CatalogueVerdict.NOT_ENOUGH_POINTS
        : CatalogueVerdict.AVAILABLE;
  }

  /** How many of a reward are bought and not taken back. */
  public long taken(String rewardKey) {
    return transactions.call(() -> purchases.taken().getOrDefault(rewardKey, 0L));
  }

  /** What a customer has bought, newest first, whether there is a programme or not. */
  public List<OwnReward> own(long customerId) {
    return transactions.call(
        () -> {
          List<RewardPurchase> bought = purchases.ofCustomer(customerId, OWN);
          Map<Long, RewardCode> byId =
              codes
                  .findByIds(bought.stream().map(p -> p.rewardCodeId).collect(Collectors.toList()))
                  .stream()
                  .collect(Collectors.toMap(c -> c.id, Function.identity()));
          List<OwnReward> own = new ArrayList<>();
          for (RewardPurchase purchase : bought) {
            if (byId.containsKey(purchase.rewardCodeId)) {
              own.add(new OwnReward(purchase, byId.get(purchase.rewardCodeId)));
            }
          }
          return own;
        });
  }

  /** What a press of the button brought its customer; empty when it brought nothing. */
  public Optional<OwnReward> boughtWith(long customerId, String token) {
    if (!BuyRequest.isToken(token)) {
      return Optional.empty();
    }
    return transactions.call(
        () ->
            purchases
                .find(BuyRequest.keyOf(customerId, token))
                .flatMap(
                    purchase ->
                        codes.findByIds(Collections.singletonList(purchase.rewardCodeId)).stream()
                            .findFirst()
                            .map(code -> new OwnReward(purchase, code))));
  }

  /**
   * The rewards that movements of points paid for.
   *
   * @param postingKeys keys of any postings
   * @return the reward's name by the key; other postings are left out
   */
  public Map<String, String> namesOf(Collection<String> postingKeys) {
    Map<String, String> requests = new LinkedHashMap<>();
    for (String key : postingKeys) {
      String request = RequestKeys.ofPosting(key);
      if (!request.isEmpty()) {
        requests.put(key, request);
      }
    }
    if (requests.isEmpty()) {
      return Collections.emptyMap();
    }
    return transactions.call(
        () -> {
          Map<String, String> names =
              purchases.find(requests.values()).stream()
                  .collect(Collectors.toMap(p -> p.requestKey, p -> p.rewardName));
          Map<String, String> found = new LinkedHashMap<>();
          requests.forEach(
              (key, request) -> {
                if (names.containsKey(request)) {
                  found.put(key, names.get(request));
                }
              });
          return found;
        });
  }
}
