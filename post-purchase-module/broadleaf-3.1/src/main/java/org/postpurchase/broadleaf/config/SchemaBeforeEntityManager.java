package org.postpurchase.broadleaf.config;

import javax.sql.DataSource;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.springframework.orm.jpa.persistenceunit.MutablePersistenceUnitInfo;
import org.springframework.orm.jpa.persistenceunit.PersistenceUnitPostProcessor;

/**
 * Creates our tables just before Hibernate looks at the database, when the store asks for migration
 * at start-up.
 *
 * <p>A store with {@code hbm2ddl.auto=validate} needs the tables then; the persistence unit already
 * knows the right data source, whatever the store calls it. Where the store has its own tables
 * created anew at each start, our facts about the orders that are about to vanish vanish with them:
 * order ids start again at 1, and an old fact would pass for a new order's. Without migration
 * nothing is changed; a validating store is told in words what is missing.
 */
public final class SchemaBeforeEntityManager implements PersistenceUnitPostProcessor {
  private boolean migrate;
  private String hostSchema = "";
  private boolean done;

  /** Whether to create and update tables ({@code postpurchase.migrate}). */
  public void setMigrate(boolean migrate) {
    this.migrate = migrate;
  }

  /** What the store lets Hibernate do with its own tables ({@code blPU.hibernate.hbm2ddl.auto}). */
  public void setHostSchema(String hostSchema) {
    this.hostSchema = hostSchema;
  }

  @Override
  public void postProcessPersistenceUnitInfo(MutablePersistenceUnitInfo unit) {
    DataSource dataSource = unit.getNonJtaDataSource();
    if (done || !"blPU".equals(unit.getPersistenceUnitName()) || dataSource == null) {
      return;
    }
    if (migrate) {
      new Migrations(dataSource).run(Phase.SCHEMA);
      if (hostSchema.trim().startsWith("create")) {
        OwnTables.forgetOrders(dataSource);
      }
    } else if ("validate".equals(hostSchema.trim())) {
      OwnTables.require(dataSource);
    }
    done = true;
  }
}
