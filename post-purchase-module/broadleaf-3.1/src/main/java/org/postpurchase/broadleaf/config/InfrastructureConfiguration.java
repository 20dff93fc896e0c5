package org.postpurchase.broadleaf.config;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.broadleaf.time.HostClock;
import org.postpurchase.consent.jdbc.ConsentJdbcModule;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.shared.jdbc.Installation;
import org.postpurchase.shared.jdbc.SpringTransactions;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.tracking.LinkSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The ground that all features stand on.
 *
 * <p>Uses the very data source behind the host's entity manager, so that rows written with JDBC
 * commit with the host's own (proved by {@code HostTransactionIT}).
 */
@Configuration
class InfrastructureConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(InfrastructureConfiguration.class);
  private static final int KEY_BYTES = 32;

  @Bean
  Infrastructure ppInfrastructure(
      ModuleSettings settings,
      @Qualifier("entityManagerFactory") EntityManagerFactory factory,
      @Qualifier("blTransactionManager") PlatformTransactionManager manager) {
    DataSource dataSource = ((EntityManagerFactoryInfo) factory).getDataSource();
    if (settings.migrates()) {
      new Migrations(dataSource).run(Phase.ALL);
    }
    SqlDialect dialect = SqlDialect.of(dataSource);
    OwnTables.require(dataSource);
    Infrastructure infrastructure =
        new Infrastructure(
            HostStatements.on(dataSource),
            dialect,
            new SpringTransactions(manager, dataSource),
            new HostClock(),
            settings.shop());
    bringToMailboxKeys(infrastructure);
    return infrastructure;
  }

  /**
   * Before anything is looked up by address: what older versions wrote is found by its key then.
   */
  private static void bringToMailboxKeys(Infrastructure base) {
    Map<String, Integer> rows =
        ConsentJdbcModule.mailboxKeys(base.jdbc, base.inserts, base.transactions, base.clock)
            .bring();
    rows.values().removeIf(changed -> changed == 0);
    if (!rows.isEmpty()) {
      LOG.info("rows were brought to the one key of their mailbox: {}", rows);
    }
  }

  @Bean
  SettingsQuery ppSettingsQuery(
      @Qualifier("entityManagerFactory") EntityManagerFactory factory, Infrastructure base) {
    return new SettingsQuery(factory, base.transactions);
  }

  @Bean
  Installation ppInstallation(Infrastructure base) {
    return new Installation(base.jdbc, base.dialect, base.transactions);
  }

  /** Signs every kind of link of this shop. */
  @Bean
  LinkSigner ppLinkSigner(Infrastructure base, Installation installation) {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    return new LinkSigner(installation.linkKey(fresh, Clock.systemUTC().instant()), base.clock);
  }
}
