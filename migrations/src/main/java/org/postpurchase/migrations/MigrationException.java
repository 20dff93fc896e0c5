package org.postpurchase.migrations;

/**
 * The database could not be brought up to date.
 *
 * <p>The message says what went wrong and what a person can do about it; the cause is the
 * database's own error where there is one. Changes finished before the failure stay and are
 * recorded, so that the next run continues behind them.
 */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationException(String message, Throwable cause) {
    super(message, cause);
  }

  MigrationException(String message) {
    super(message);
  }
}
