package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.member.ProgrammeMembers;
import org.postpurchase.broadleaf.member.TellSeriesOfExpiry;
import org.postpurchase.broadleaf.member.TierTold;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.loyalty.NoticeExpiringPoints;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.ShowPointsGoing;
import org.postpurchase.series.EnterOnMemberMoment;
import org.postpurchase.series.Members;
import org.postpurchase.shared.DueWork;

/** What lets the series tell members of the programme what happens to their points. */
final class NoticeParts {
  private final Ground ground;
  private final ExpiringPoints expiring;
  private final Members members;

  NoticeParts(Ground ground, TierParts tiers, ProgrammeReader programmes, String pointsPage) {
    this.ground = ground;
    expiring = LedgerJdbcModule.expiring(ground.jdbc);
    members =
        new ProgrammeMembers(
            ground.jdbc,
            new ShowPointsGoing(
                programmes, LedgerJdbcModule.views(ground.jdbc), expiring, ground.transactions),
            new TierTold(tiers.asked(ground.transactions), programmes),
            ground.shop,
            pointsPage);
  }

  Members members() {
    return members;
  }

  DueWork expiringPoints(LedgerStore store, EnterOnMemberMoment series) {
    return new NoticeExpiringPoints(
            store, expiring, new TellSeriesOfExpiry(series), ground.transactions, ground.clock)
        .keeping(ground.failures);
  }
}
