package org.postpurchase.ledger;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;

/**
 * Two ways of taking points that look right and are wrong, as ledgers without an account row do it.
 * Numbers come from a counter, as from a database's sequence.
 */
final class NaiveDebits {
  private final CoreDatabase database;
  private final long account;
  private final AtomicLong numbers = new AtomicLong(1000);

  NaiveDebits(CoreDatabase database, long account) {
    this.database = database;
    this.account = account;
  }

  /** Adds up what there is, then takes. */
  boolean bySum(long points, Runnable between) {
    return database.transactions.call(
        () -> {
          long sum = available();
          between.run();
          return take(sum, points);
        });
  }

  /** Locks the newest line, which says what there is, then takes. */
  boolean byNewestRow(long points, Runnable between) {
    String lock = database.dialect == SqlDialect.HSQLDB ? "" : " for update";
    return database.transactions.call(
        () -> {
          List<Long> newest =
              database.jdbc.queryForList(
                  "select BALANCE from PP_POINTS_ENTRY where ACCOUNT_ID = ? and BUCKET ="
                      + " 'AVAILABLE' order by ENTRY_NO desc limit 1"
                      + lock,
                  Long.class,
                  account);
          between.run();
          return take(newest.get(0), points);
        });
  }

  /** Until another transaction wants the row that this one has locked, on PostgreSQL. */
  void awaitSomebodyWaiting() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (database.count("pg_locks where not granted") == 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  long available() {
    return database.jdbc.queryForObject(
        "select sum(POINTS) from PP_POINTS_ENTRY where ACCOUNT_ID = ? and BUCKET = 'AVAILABLE'",
        Long.class,
        account);
  }

  private boolean take(long balance, long points) {
    if (balance < points) {
      return false;
    }
    long posting = numbers.incrementAndGet();
    database.jdbc.update(
        "insert into PP_POINTS_POSTING (ACCOUNT_ID, POSTING_NO, PROGRAMME, POSTING_KEY, INPUT_HASH,"
            + " VERB, POINTS, POSTED_AT) values (?, ?, 'main', ?, '-', 'CAPTURE', ?, ?)",
        account,
        posting,
        "naive-" + posting,
        points,
        Utc.param(SettableClock.START));
    entry(posting, Bucket.AVAILABLE, -points, balance - points);
    entry(posting, Bucket.SPENT, points, balance - points);
    return true;
  }

  private void entry(long posting, Bucket bucket, long points, long balance) {
    database.jdbc.update(
        "insert into PP_POINTS_ENTRY (ACCOUNT_ID, ENTRY_NO, POSTING_NO, LOT_NO, BUCKET, POINTS,"
            + " BALANCE, HASH) values (?, ?, ?, 1, ?, ?, ?, '-')",
        account,
        numbers.incrementAndGet(),
        posting,
        bucket.name(),
        points,
        balance);
  }
}
