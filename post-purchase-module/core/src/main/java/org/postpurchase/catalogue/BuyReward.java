package org.postpurchase.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardGrant;
import org.postpurchase.shared.Transactions;

/**
 * Points for a code, in one transaction: either the points are spent, one of the stock is taken,
 * the code is there and the purchase is on record, or nothing of it.
 *
 * <p>Safe to repeat: the same customer with the same token gets what the first press brought,
 * whatever has changed since, also when both are pressed at once. Two wishes of one customer wait
 * for each other, and so do two wishes for one reward; never more are given than the stock and the
 * limit per customer allow. A refusal changes nothing. A crash leaves all or nothing.
 */
public final class BuyReward {
  /** The points are spent before the transaction ends, so nothing ever waits for this. */
  private static final Duration HOLD = Duration.ofMinutes(15);

  private final CheckReward check;
  private final PurchaseStore purchases;
  private final PointsLedger ledger;
  private final IssueReward issue;
  private final Transactions transactions;
  private final Clock clock;

  public BuyReward(
      CheckReward check,
      PurchaseStore purchases,
      PointsLedger ledger,
      IssueReward issue,
      Transactions transactions,
      Clock clock) {
    this.check = check;
    this.purchases = purchases;
    this.ledger = ledger;
    this.issue = issue;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Settings are read before the transaction begins, so that everything after the lock of the
   * account is read as it is then, also where the database reads from a snapshot.
   */
  public BuyResult buy(BuyRequest request) {
    Optional<CatalogueReward> reward = check.reward(request.rewardKey);
    CatalogueVerdict settings = check.settings(reward, request, clock.instant());
    String programmeKey = check.programmeKey().orElse("");
    Optional<Long> account = ledger.find(programmeKey, Owners.ofCustomer(request.customerId));
    if (!account.isPresent()) {
      return BuyResult.refused(
          settings == CatalogueVerdict.AVAILABLE ? CatalogueVerdict.NOT_ENOUGH_POINTS : settings);
    }
    RewardPurchase.Buyer buyer =
        new RewardPurchase.Buyer(programmeKey, account.get(), request.customerId);
    return transactions.call(
        () -> {
          ledger.lock(buyer.accountId);
          Optional<RewardPurchase> before = purchases.find(request.key());
          if (before.isPresent()) {
            return again(before.get(), request);
          }
          return settings == CatalogueVerdict.AVAILABLE
              ? buy(request, reward.get(), buyer)
              : BuyResult.refused(settings);
        });
  }

  private BuyResult again(RewardPurchase before, BuyRequest request) {
    return before.rewardKey.equals(request.rewardKey)
        ? BuyResult.repeated(before, issue.issued(before.requestKey).orElse(null))
        : BuyResult.refused(CatalogueVerdict.CHANGED);
  }

  private BuyResult buy(BuyRequest request, CatalogueReward reward, RewardPurchase.Buyer buyer) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    if (!check.isFor(reward, Owners.ofCustomer(buyer.customerId))) {
      return BuyResult.refused(CatalogueVerdict.NOT_OFFERED);
    }
    if (!check.tier(buyer.programme, reward, Owners.ofCustomer(buyer.customerId))) {
      return BuyResult.refused(CatalogueVerdict.TIER_TOO_LOW);
    }
    PurchaseStore.Bought bought = purchases.bought(buyer.customerId, reward.key);
    if (!reward.limits.allows(bought.count)) {
      return BuyResult.refused(CatalogueVerdict.LIMIT_REACHED);
    }
    if (!purchases.take(reward.key, reward.limits.stock, now)) {
      return BuyResult.refused(CatalogueVerdict.SOLD_OUT);
    }
    PostingResult paid = pay(request.key(), reward.cost, buyer, now);
    if (!paid.isDone()) {
      purchases.putBack(reward.key, now);
      return BuyResult.refused(
          paid.refusal == Refusal.FROZEN
              ? CatalogueVerdict.FROZEN
              : CatalogueVerdict.NOT_ENOUGH_POINTS);
    }
    RewardCode code =
        issue.issue(grant(request, reward.offerId), reward.validDays, request.locale, now);
    RewardPurchase purchase =
        new RewardPurchase(request.key(), reward, buyer, bought.lastNumber + 1, code.id, now);
    purchases.add(purchase);
    return BuyResult.bought(purchase, code);
  }

  private PostingResult pay(String key, long points, RewardPurchase.Buyer buyer, Instant now) {
    PostingResult reserved = ledger.reserve(buyer.accountId, key, points, 0, now.plus(HOLD));
    if (!reserved.isDone()) {
      if (reserved.refusal != Refusal.INSUFFICIENT && reserved.refusal != Refusal.FROZEN) {
        throw new IllegalStateException("Indicates a bug: " + reserved + " for " + key);
      }
      return reserved;
    }
    PostingResult captured = ledger.capture(buyer.programme, key);
    if (!captured.isDone()) {
      throw new IllegalStateException("Indicates a bug: " + captured + " for " + key);
    }
    return captured;
  }

  private static RewardGrant grant(BuyRequest request, long offerId) {
    return new RewardGrant(request.key(), offerId, request.contact, request.customerId, 0, "");
  }
}
