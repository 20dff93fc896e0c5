package org.postpurchase.migrations.isolated;

import java.io.File;
import java.util.Collections;
import java.util.List;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.OfflineChangeLogHistoryService;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.exception.DatabaseException;
import liquibase.resource.ResourceAccessor;

/**
 * A database that is not there and in which nothing ran: the printed SQL notes each change in
 * {@code PP_CHANGELOG}. Liquibase would also note it in a file, which it writes anew and reads from
 * the beginning at every change.
 */
final class NothingRan extends OfflineConnection {
  private final File header;

  NothingRan(String url, ResourceAccessor resources, File header) {
    super(url, resources);
    this.header = header;
  }

  @Override
  protected ChangeLogHistoryService createChangeLogHistoryService(Database database) {
    return new History(database, header);
  }

  private static final class History extends OfflineChangeLogHistoryService {
    History(Database database, File header) {
      super(database, header, true, true);
    }

    @Override
    public List<RanChangeSet> getRanChangeSets() {
      return Collections.emptyList();
    }

    @Override
    protected void appendChangeSet(ChangeSet change, ChangeSet.ExecType type)
        throws DatabaseException {}
  }
}
