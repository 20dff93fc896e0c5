package org.postpurchase.migrations.isolated;

import liquibase.database.Database;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;

/** Switches Liquibase's lock off: the caller holds a lock that survives a killed process. */
public final class NoLock implements LockService {
  /** Called by reflection. */
  public NoLock() {}

  @Override
  public int getPriority() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean supports(Database database) {
    return true;
  }

  @Override
  public void setDatabase(Database database) {}

  @Override
  public void setChangeLogLockWaitTime(long minutes) {}

  @Override
  public void setChangeLogLockRecheckTime(long seconds) {}

  @Override
  public boolean hasChangeLogLock() {
    return true;
  }

  @Override
  public void waitForLock() {}

  @Override
  public boolean acquireLock() {
    return true;
  }

  @Override
  public void releaseLock() {}

  @Override
  public DatabaseChangeLogLock[] listLocks() {
    return new DatabaseChangeLogLock[0];
  }

  @Override
  public void forceReleaseLock() {}

  @Override
  public void reset() {}

  @Override
  public void init() {}

  @Override
  public void destroy() {}
}
