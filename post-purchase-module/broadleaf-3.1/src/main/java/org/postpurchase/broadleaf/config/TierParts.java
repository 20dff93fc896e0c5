package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.settings.JdbcTierReader;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tier.StandingStore;
import org.postpurchase.tier.Tiers;
import org.postpurchase.tier.jdbc.TierJdbcModule;

/** The merchant's tiers and where members stand on them. */
final class TierParts {
  final JdbcTierReader reader;
  final StandingStore standings;
  private final Ground ground;

  TierParts(Ground ground) {
    this.ground = ground;
    reader = new JdbcTierReader(ground.jdbc, () -> ground.shop);
    standings = TierJdbcModule.standings(ground.jdbc, ground.inserts);
  }

  /** Questions about them, each in such a transaction. */
  Tiers asked(Transactions transactions) {
    return new Tiers(reader, standings, LedgerJdbcModule.views(ground.jdbc), transactions);
  }
}
