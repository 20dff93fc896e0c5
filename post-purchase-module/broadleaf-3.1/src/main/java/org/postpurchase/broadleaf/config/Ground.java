package org.postpurchase.broadleaf.config;

import java.time.Clock;
import org.postpurchase.messaging.Channels;
import org.postpurchase.series.Members;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailureStore;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.JdbcWorkFailures;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the store and its database give to all parts. */
final class Ground {
  final JdbcTemplate jdbc;
  final SqlDialect dialect;
  final Inserts inserts;
  final Transactions transactions;
  final Clock clock;
  final Shop shop;
  final WorkFailureStore failedWork;
  final WorkFailures failures;
  Members members = Members.NONE;
  Channels channels;

  Ground(JdbcTemplate jdbc, SqlDialect dialect, Transactions transactions, Clock clock, Shop shop) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.inserts = new Inserts(jdbc, dialect);
    this.transactions = transactions;
    this.clock = clock;
    this.shop = shop;
    failedWork = new JdbcWorkFailures(jdbc, inserts);
    failures = new WorkFailures(failedWork, WorkFailures.policy(), transactions, clock);
  }

  Ground with(Channels all) {
    channels = all;
    return this;
  }

  Ground with(Members newMembers) {
    members = newMembers;
    return this;
  }
}
