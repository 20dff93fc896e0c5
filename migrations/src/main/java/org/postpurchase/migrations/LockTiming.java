package org.postpurchase.migrations;

/**
 * How patient a run is with another run.
 *
 * <p>A holder counts up a beat in the lock row; a waiter that reads the same beat {@code
 * silentPolls} times in a row, {@code pollMillis} apart, takes the holder for dead. Counting polls
 * instead of time makes clocks irrelevant, and a database that stalls stalls both sides.
 */
final class LockTiming {
  final long beatMillis;
  final long pollMillis;
  final int silentPolls;
  final long patienceMillis;

  LockTiming(long beatMillis, long pollMillis, int silentPolls, long patienceMillis) {
    this.beatMillis = beatMillis;
    this.pollMillis = pollMillis;
    this.silentPolls = silentPolls;
    this.patienceMillis = patienceMillis;
  }

  static LockTiming standard() {
    return new LockTiming(2_000, 500, 40, 600_000);
  }
}
