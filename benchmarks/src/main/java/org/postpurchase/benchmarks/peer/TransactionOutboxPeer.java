package org.postpurchase.benchmarks.peer;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * transaction-outbox 4.2.268 with eight workers and a handler that does nothing. Scheduling is not
 * timed: what it submits after each commit is kept and given to the workers when the clock runs.
 */
public final class TransactionOutboxPeer implements AutoCloseable {
  private static final int WORKERS = 8;

  private final HikariDataSource pool;
  private final JdbcTemplate jdbc;
  private final TransactionManager transactions;
  private final TransactionOutbox outbox;
  private final ConcurrentLinkedQueue<Runnable> submitted = new ConcurrentLinkedQueue<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private volatile CountDownLatch left = new CountDownLatch(0);

  public TransactionOutboxPeer(String url) {
    pool = Server.pool(url, WORKERS + 2);
    jdbc = new JdbcTemplate(pool);
    transactions = TransactionManager.fromDataSource(pool);
    Handler handler = new Handler(this);
    outbox =
        TransactionOutbox.builder()
            .transactionManager(transactions)
            .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
            .instantiator(Instantiator.using(type -> handler))
            .submitter((entry, local) -> submitted.add(() -> local.accept(entry)))
            .build();
  }

  /** What it calls: nothing but the end is noted. */
  public static class Handler {
    private final TransactionOutboxPeer peer;

    /** For the proxy that schedules. */
    public Handler() {
      this(null);
    }

    Handler(TransactionOutboxPeer peer) {
      this.peer = peer;
    }

    public void handle(long order) {
      peer.left.countDown();
    }
  }

  public Sample slice(int entries) throws Exception {
    transactions.inTransaction(
        () -> {
          for (int i = 0; i < entries; i++) {
            outbox.schedule(Handler.class).handle(i);
          }
        });
    jdbc.execute("analyze txno_outbox");
    left = new CountDownLatch(entries);
    return Sample.of(
        entries,
        () -> {
          List<Future<?>> running = new ArrayList<>();
          for (int i = 0; i < WORKERS; i++) {
            running.add(workers.submit(this::work));
          }
          for (Future<?> one : running) {
            one.get();
          }
          left.await();
        });
  }

  private void work() {
    for (Runnable next = submitted.poll(); next != null; next = submitted.poll()) {
      next.run();
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    pool.close();
  }
}
