package org.postpurchase.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs the same kind of work in several threads that start at the same moment. */
public final class Together {
  private static final long START_SECONDS = 60;
  private static final long END_SECONDS = 240;

  private Together() {}

  /**
   * Results in the order of the threads; the first failure is thrown.
   *
   * @throws TimeoutException if a thread does not end; says where all of them are
   */
  public static <T> List<T> run(int threads, IntFunction<Callable<T>> work) throws Exception {
    List<Thread> workers = new ArrayList<>();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread worker = new Thread(task, "together-" + workers.size());
              workers.add(worker);
              return worker;
            });
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<T> own = work.apply(i);
        running.add(
            pool.submit(
                () -> {
                  start.await(START_SECONDS, TimeUnit.SECONDS);
                  return own.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(result(each, workers));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> one, List<Thread> workers) throws Exception {
    try {
      return one.get(END_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      TimeoutException said = new TimeoutException(whereTheyAre(workers));
      said.initCause(e);
      throw said;
    }
  }

  private static String whereTheyAre(List<Thread> workers) {
    StringBuilder text =
        new StringBuilder("after ").append(END_SECONDS).append(" seconds the threads are at");
    for (Thread worker : workers) {
      text.append("\n").append(worker.getName()).append(' ').append(worker.getState());
      for (StackTraceElement frame : worker.getStackTrace()) {
        text.append("\n    ").append(frame);
      }
    }
    return text.toString();
  }
}
