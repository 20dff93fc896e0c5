package org.postpurchase.broadleaf.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.loyalty.NoticeExpiringPoints;
import org.postpurchase.loyalty.PointsEarnedTrigger;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.ReportExpiringPoints;
import org.postpurchase.loyalty.ShowPointsGoing;
import org.postpurchase.loyalty.TellEarnedPoints;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.loyalty.jdbc.LoyaltyJdbcModule;
import org.postpurchase.moment.Moments;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.order.OrderReader;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.referral.ReferralTrigger;
import org.postpurchase.shared.DueWork;

/** What members of the programme are told by series about their points and tiers. */
final class NoticeParts {
  private final Infrastructure base;
  private final ExpiringPoints expiring;
  private final ProgrammeReader points;
  private final List<PersonTrigger> triggers = new ArrayList<>();

  NoticeParts(
      Infrastructure base, TierAccess tiers, ProgrammeReader programmes, String pointsPage) {
    this.base = base;
    points = programmes;
    expiring = LedgerJdbcModule.expiring(base.jdbc);
    String url = base.shop.absolute(pointsPage);
    triggers.add(
        new PointsExpiringTrigger(
            new ShowPointsGoing(
                programmes, LedgerJdbcModule.views(base.jdbc), expiring, base.transactions),
            base.shop.zone,
            url));
    triggers.add(new PointsEarnedTrigger(LoyaltyJdbcModule.earned(base.inserts), programmes, url));
    triggers.addAll(TierTrigger.both(tiers.asked(base.transactions), programmes, url));
  }

  List<PersonTrigger> triggers() {
    List<PersonTrigger> all = new ArrayList<>(triggers);
    all.addAll(ReferralTrigger.all(points));
    return all;
  }

  /** Posts points, and tells series of orders that earned some. */
  EventHandler telling(EventHandler booking, OrderReader orders, Supplier<Moments> moments) {
    return new TellEarnedPoints(booking, LoyaltyJdbcModule.earned(base.inserts), orders, moments);
  }

  DueWork expiringPoints(LedgerStore store, Moments moments) {
    return new NoticeExpiringPoints(
            store, expiring, new ReportExpiringPoints(moments), base.transactions, base.clock)
        .keeping(base.failures);
  }
}
