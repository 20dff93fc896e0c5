package org.postpurchase.migrations.isolated;

import java.util.List;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/** Remembers which changes were really carried out. */
final class AppliedChanges extends AbstractChangeExecListener {
  private final List<String> ids;

  AppliedChanges(List<String> ids) {
    this.ids = ids;
  }

  @Override
  public void ran(
      ChangeSet change, DatabaseChangeLog log, Database database, ChangeSet.ExecType execution) {
    if (execution == ChangeSet.ExecType.EXECUTED || execution == ChangeSet.ExecType.RERAN) {
      ids.add(change.getId());
    }
  }
}
