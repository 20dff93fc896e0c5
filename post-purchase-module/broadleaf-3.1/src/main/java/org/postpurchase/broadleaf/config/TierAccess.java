package org.postpurchase.broadleaf.config;

import org.postpurchase.broadleaf.settings.JdbcTierReader;
import org.postpurchase.ledger.jdbc.LedgerJdbcModule;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tier.StandingStore;
import org.postpurchase.tier.Tiers;
import org.postpurchase.tier.jdbc.TierJdbcModule;

/** The merchant's tiers and where members stand on them. */
final class TierAccess {
  final JdbcTierReader reader;
  final StandingStore standings;
  private final Infrastructure base;

  TierAccess(Infrastructure base) {
    this.base = base;
    reader = new JdbcTierReader(base.jdbc, base::shop);
    standings = TierJdbcModule.standings(base.jdbc, base.inserts);
  }

  /** Questions about them, each in such a transaction. */
  Tiers asked(Transactions transactions) {
    return new Tiers(reader, standings, LedgerJdbcModule.views(base.jdbc), transactions);
  }
}
