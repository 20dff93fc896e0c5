package org.postpurchase.broadleaf.config;

import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.springframework.orm.jpa.persistenceunit.MutablePersistenceUnitInfo;
import org.springframework.orm.jpa.persistenceunit.PersistenceUnitPostProcessor;

/**
 * Creates our tables just before Hibernate looks at the database, when the store asks for migration
 * at start-up.
 *
 * <p>A store with {@code hbm2ddl.auto=validate} needs the tables then; the persistence unit already
 * knows the right data source, whatever the store calls it. Does nothing unless {@code
 * postpurchase.migrate} is true.
 */
public final class SchemaBeforeEntityManager implements PersistenceUnitPostProcessor {
  private boolean migrate;
  private boolean done;

  public void setMigrate(boolean migrate) {
    this.migrate = migrate;
  }

  @Override
  public void postProcessPersistenceUnitInfo(MutablePersistenceUnitInfo unit) {
    boolean ours = "blPU".equals(unit.getPersistenceUnitName());
    if (migrate && !done && ours && unit.getNonJtaDataSource() != null) {
      new Migrations(unit.getNonJtaDataSource()).run(Phase.SCHEMA);
      done = true;
    }
  }
}
