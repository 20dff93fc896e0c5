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
  /** Stands in the key of a posting before the rule's. */
  static final String BY = ":by:";

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
    EarningRuleType.Occurrence happening =
        new EarningRuleType.Occurrence(customerId, code, occurrence);
    return transactions.call(
        () -> {
          List<PostingResult> results = new ArrayList<>();
          programmes
              .active()
              .ifPresent(
                  programme -> {
                    for (EarningRule rule :
                        rules.of(programme, Owners.ofCustomer(customerId), clock.instant())) {
                      if (rule.earnsBy(code) && rule.limits.when.contains(clock.instant())) {
                        award(programme, rule, happening, results);
                      }
                    }
                  });
          return results;
        });
  }

  /** What the keys of all that is given for one happening begin with. */
  static String happening(String owner, String eventCode, String occurrence) {
    return "earn:event:" + eventCode + ":" + owner + ":" + occurrence;
  }

  private void award(
      Programme programme,
      EarningRule rule,
      EarningRuleType.Occurrence occurrence,
      List<PostingResult> results) {
    String owner = Owners.ofCustomer(occurrence.customerId);
    Instant now = clock.instant();
    ledger.lock(ledger.open(programme.key, owner));
    String code = occurrence.eventCode;
    String happening = happening(owner, code, occurrence.key);
    String key = happening + BY + rule.key;
    if (ledger.isPosted(programme.key, key) || ledger.isPosted(programme.key, happening)) {
      return; // paid before, whatever the rule gives by now; formerly all rules shared one key
    }
    long wanted = ((EarningRuleType.OfEvent) rule.type).points(rule, occurrence);
    long points = limit.take(programme, owner, rule, Math.max(0, wanted), now);
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
                LotCause.of(code).byRule(rule.key, rule.version, programme.termsVersion),
                now,
                programme.timing.expiryOf(now, zone.get()),
                true)));
  }
}
