package org.postpurchase.benchmarks.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * db-scheduler 16.9.0 as its authors run it for throughput: two schedulers of ten threads, lock and
 * fetch with limits 1.0 and 4.0. Tasks are scheduled while it is paused; timed from resuming until
 * the last has run.
 */
public final class DbScheduler implements AutoCloseable {
  private static final int SCHEDULERS = 2;
  private static final int THREADS = 10;
  private static final int PATIENCE_SECONDS = 120;
  private static final String TASK = "task";

  private final List<HikariDataSource> pools = new ArrayList<>();
  private final List<Scheduler> schedulers = new ArrayList<>();
  private final JdbcTemplate jdbc;
  private volatile CountDownLatch left = new CountDownLatch(0);

  /**
   * @param writes whether a task writes a message and a decision row in one transaction, else it
   *     does nothing
   */
  public DbScheduler(String url, boolean writes) {
    HikariDataSource first = pool(url);
    jdbc = new JdbcTemplate(first);
    createTables();
    for (int i = 1; i <= SCHEDULERS; i++) {
      HikariDataSource pool = i == 1 ? first : pool(url);
      Scheduler scheduler =
          Scheduler.create(pool, task(pool, writes))
              .schedulerName(new SchedulerName.Fixed("scheduler-" + i))
              .threads(THREADS)
              .pollUsingLockAndFetch(1.0, 4.0)
              .pollingInterval(Duration.ofMillis(10))
              .build();
      scheduler.start();
      scheduler.pause();
      schedulers.add(scheduler);
    }
  }

  private HikariDataSource pool(String url) {
    HikariDataSource pool = Server.pool(url, THREADS + 2);
    pools.add(pool);
    return pool;
  }

  private OneTimeTask<Void> task(HikariDataSource pool, boolean writes) {
    return Tasks.oneTime(TASK)
        .execute(
            (instance, context) -> {
              if (writes) {
                write(pool, instance.getId());
              }
              left.countDown();
            });
  }

  private static void write(HikariDataSource pool, String id) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement message =
              connection.prepareStatement(
                  "insert into peer_message (message_key, recipient, template, state, queued_at)"
                      + " values (?, ?, ?, ?, now())");
          PreparedStatement decision =
              connection.prepareStatement(
                  "insert into peer_decision (decision_key, order_id, verdict, reason, decided_at)"
                      + " values (?, ?, ?, ?, now())")) {
        message.setString(1, "execution:" + id);
        message.setString(2, "p" + id + "@example.com");
        message.setString(3, "thank-you");
        message.setString(4, "QUEUED");
        message.executeUpdate();
        decision.setString(1, "execution:" + id);
        decision.setLong(2, Long.parseLong(id));
        decision.setString(3, "SEND");
        decision.setString(4, "OK");
        decision.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The table of its README, and two as narrow as such tables can be. */
  private void createTables() {
    jdbc.execute(
        "create table scheduled_tasks (task_name text not null, task_instance text not null,"
            + " task_data bytea, execution_time timestamp with time zone not null, picked boolean"
            + " not null, picked_by text, last_success timestamp with time zone, last_failure"
            + " timestamp with time zone, consecutive_failures int, last_heartbeat timestamp with"
            + " time zone, version bigint not null, priority smallint, primary key (task_name,"
            + " task_instance))");
    jdbc.execute("create index execution_time_idx on scheduled_tasks (execution_time)");
    jdbc.execute("create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
    jdbc.execute(
        "create table peer_message (id bigserial primary key, message_key text not null unique,"
            + " recipient text not null, template text not null, state text not null, queued_at"
            + " timestamp not null)");
    jdbc.execute(
        "create table peer_decision (id bigserial primary key, decision_key text not null unique,"
            + " order_id bigint not null, verdict text not null, reason text not null, decided_at"
            + " timestamp not null)");
  }

  public Sample slice(int tasks) throws Exception {
    jdbc.execute("truncate scheduled_tasks, peer_message, peer_decision");
    jdbc.execute(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
            + " select '"
            + TASK
            + "', g::text, now() - interval '1 minute', false, 1 from generate_series(1, "
            + tasks
            + ") g");
    jdbc.execute("analyze scheduled_tasks");
    left = new CountDownLatch(tasks);
    Sample sample =
        Sample.of(
            tasks,
            () -> {
              schedulers.forEach(Scheduler::resume);
              if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("db-scheduler did not finish");
              }
            });
    schedulers.forEach(Scheduler::pause);
    awaitEmpty();
    return sample;
  }

  /** The last rows are deleted after their task has run; not timed, in its favour. */
  private void awaitEmpty() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (jdbc.queryForObject("select count(*) from scheduled_tasks", Integer.class) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("db-scheduler left tasks behind");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Override
  public void close() {
    schedulers.forEach(Scheduler::stop);
    pools.forEach(HikariDataSource::close);
  }
}
