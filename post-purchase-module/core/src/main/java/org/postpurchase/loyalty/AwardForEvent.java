package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.shared.Transactions;

/**
 * Gives points for what happens outside of orders: a registration, a birthday, a review, a check-in
 * or anything a store's own code reports.
 *
 * <p>The occurrence says "this happening": the same code, customer and occurrence pay once, however
 * often and from wherever they are reported. Each rule for it pays.
 */
public final class AwardForEvent {
  private final ProgrammeReader programmes;
  private final MemberRules rules;
  private final PointsLedger ledger;
  private final LimitAward limit;
  private final Transactions transactions;
  private final Clock clock;
  private final Supplier<ZoneId> zone;

  AwardForEvent(
      ProgrammeReader programmes,
      MemberRules rules,
      PointsLedger ledger,
      LimitAward limit,
      Transactions transactions,
      Clock clock,
      Supplier<ZoneId> zone) {
    this.programmes = programmes;
    this.rules = rules;
    this.ledger = ledger;
    this.limit = limit;
    this.transactions = transactions;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * What each rule for that event gave; empty when there is none or its limit is used up.
   *
   * @param eventCode as in the rule, for example {@code BIRTHDAY}
   * @param occurrence for example the year of the birthday or the id of the review
   */
  public List<PostingResult> award(long customerId, String eventCode, String occurrence) {
    String code = eventCode.trim().toUpperCase(Locale.ROOT);
    return transactions.call(
        () -> {
          List<PostingResult> results = new ArrayList<>();
          programmes
              .active()
              .ifPresent(
                  programme -> {
                    for (EarningRule rule :
                        rules.of(programme, Owners.ofCustomer(customerId), clock.instant())) {
                      if (rule.type == EarningRule.Type.EVENT
                          && rule.eventCode.equals(code)
                          && rule.limits.when.contains(clock.instant())) {
                        award(programme, rule, customerId, occurrence, results);
                      }
                    }
                  });
          return results;
        });
  }

  private void award(
      Programme programme,
      EarningRule rule,
      long customerId,
      String occurrence,
      List<PostingResult> results) {
    String owner = Owners.ofCustomer(customerId);
    Instant now = clock.instant();
    ledger.lock(ledger.open(programme.key, owner));
    String happening = "earn:event:" + rule.eventCode + ":" + owner + ":" + occurrence;
    String key = happening + ":by:" + rule.key;
    if (ledger.isPosted(programme.key, key) || ledger.isPosted(programme.key, happening)) {
      return; // paid before, whatever the rule gives by now; formerly all rules shared one key
    }
    long points = limit.take(programme, owner, rule, now);
    if (points <= 0) {
      return;
    }
    results.add(
        ledger.earn(
            new EarnRequest(
                programme.key,
                owner,
                key,
                points,
                LotCause.of(rule.eventCode).byRule(rule.key, rule.version, programme.termsVersion),
                now,
                programme.timing.expiryOf(now, zone.get()),
                true)));
  }
}
