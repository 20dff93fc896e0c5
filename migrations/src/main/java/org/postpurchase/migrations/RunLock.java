package org.postpurchase.migrations;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The right to migrate a database, held by one process at a time.
 *
 * <p>The holder's thread keeps counting up the beat in the lock row; closing stops it and frees the
 * row. If the process is killed, the beat stops and the next one takes over (see {@link
 * LockTiming}). A holder that was only paused for so long no longer owns the row and frees nothing
 * when it closes.
 */
final class RunLock implements AutoCloseable {
  private final LockRow row;
  private final String owner;
  private final String abandonedBy;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread heart;

  private RunLock(LockRow row, String owner, String abandonedBy, LockTiming timing) {
    this.row = row;
    this.owner = owner;
    this.abandonedBy = abandonedBy;
    this.heart = new Thread(() -> beat(timing.beatMillis), "pp-migrations-beat");
    heart.setDaemon(true);
    heart.setContextClassLoader(null);
    heart.start();
  }

  /** Waits for the row, at most as long as {@code timing} says. */
  static RunLock acquire(DataSource dataSource, LockTiming timing) throws SQLException {
    LockRow row = new LockRow(dataSource);
    row.prepare();
    String owner = ProcessName.current();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timing.patienceMillis);
    LockRow.State seen = row.read();
    int silent = 0;
    while (true) {
      boolean dead = seen.isHeld() && silent >= timing.silentPolls;
      if ((!seen.isHeld() || dead) && row.take(owner, seen)) {
        return new RunLock(row, owner, dead ? seen.owner : null, timing);
      }
      if (System.nanoTime() > deadline) {
        throw tooLong(seen);
      }
      pause(timing.pollMillis);
      LockRow.State now = row.read();
      silent = now.sameHolderAndBeat(seen) ? silent + 1 : 0;
      seen = now;
    }
  }

  /** The process whose lock was taken over because it gave no sign of life, or null. */
  String abandonedBy() {
    return abandonedBy;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      heart.join();
      row.free(owner);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      // The work is done; a row that could not be freed is taken over by the next run.
      return;
    }
  }

  private void beat(long beatMillis) {
    try {
      boolean owned = true;
      while (owned && !closing.await(beatMillis, TimeUnit.MILLISECONDS)) {
        owned = beatOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A beat that the database or a busy pool refused is made good by the next one. */
  private boolean beatOnce() {
    try {
      return row.beat(owner);
    } catch (SQLException e) {
      return true;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException("Interrupted while another process migrates the database.", e);
    }
  }

  private static MigrationException tooLong(LockRow.State seen) {
    return new MigrationException(
        "Another process ("
            + (seen.isHeld() ? seen.owner : "several in turn")
            + ") has been migrating this database for too long. It is alive: see what it is waiting"
            + " for, then start again.");
  }
}
