package org.postpurchase.migrations.isolated;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;

/** Keeps warnings for the report and drops the rest: nothing is printed anywhere. */
final class CollectingLog extends AbstractLogService {
  private final List<String> warnings = new ArrayList<>();

  List<String> warnings() {
    return warnings;
  }

  @Override
  public int getPriority() {
    return PRIORITY_SPECIALIZED;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Logger getLog(Class type) {
    return new AbstractLogger() {
      @Override
      public void log(Level level, String message, Throwable error) {
        if (level.intValue() == Level.WARNING.intValue()) {
          warnings.add(message);
        }
      }
    };
  }
}
