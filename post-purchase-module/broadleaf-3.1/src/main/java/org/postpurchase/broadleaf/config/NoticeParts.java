package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.member.ProgrammeMembers;
import org.postpurchase.broadleaf.member.TellSeriesOfExpiry;
import org.postpurchase.broadleaf.member.TierTold;
import org.postpurchase.broadleaf.settings.JdbcTierReader;
import org.postpurchase.ledger.ExpiringPoints;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.loyalty.NoticeExpiringPoints;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.ShowPointsGoing;
import org.postpurchase.series.EnterOnMemberMoment;
import org.postpurchase.series.Members;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.tier.Tiers;
import org.postpurchase.tier.jdbc.TierJdbcModule;

/** What lets the series tell members of the programme what happens to their points. */
final class NoticeParts {
  private final SeriesParts.Ground ground;
  private final ExpiringPoints expiring;
  private final Members members;

  NoticeParts(SeriesParts.Ground ground, ProgrammeReader programmes, String pointsPage) {
    this.ground = ground;
    expiring = LedgerJdbcModule.expiring(ground.jdbc);
    members =
        new ProgrammeMembers(
            ground.jdbc,
            new ShowPointsGoing(
                programmes, LedgerJdbcModule.views(ground.jdbc), expiring, ground.transactions),
            new TierTold(
                new Tiers(
                    new JdbcTierReader(ground.jdbc, () -> ground.shop),
                    TierJdbcModule.standings(ground.jdbc, new Inserts(ground.jdbc, ground.dialect)),
                    LedgerJdbcModule.views(ground.jdbc),
                    ground.transactions),
                programmes),
            ground.shop,
            pointsPage);
  }

  Members members() {
    return members;
  }

  DueWork expiringPoints(LedgerStore store, EnterOnMemberMoment series) {
    return new NoticeExpiringPoints(
        store, expiring, new TellSeriesOfExpiry(series), ground.transactions, ground.clock);
  }
}
