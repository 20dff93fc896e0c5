package org.postpurchase.migrations;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Calls Liquibase across the border of its class loader, on a thread of its own that ends with the
 * call: whatever Liquibase keeps in thread-locals ends with it, and the caller's thread and context
 * class loader are never touched.
 */
final class IsolatedLiquibase {
  private static final String ENTRY = NestedJarLoader.OWN_CLASSES + "LiquibaseRun";

  private static final WeakReference<NestedJarLoader> NONE = new WeakReference<>(null);

  /**
   * The loader of the last run that ended well, for as long as the garbage collector leaves it: the
   * second webapp of a JVM need not unpack and compile Liquibase again. One run has it at a time.
   */
  private static final AtomicReference<WeakReference<NestedJarLoader>> LAST =
      new AtomicReference<>(NONE);

  private IsolatedLiquibase() {}

  static MigrationReport update(Connection connection, Phase phase, String abandonedBy) {
    Map<String, Object> request = request(phase);
    request.put("connection", connection);
    Map<String, List<String>> answer = call(request);
    return new MigrationReport(answer.get("applied"), answer.get("warnings"), abandonedBy);
  }

  static String sql(Connection connection, Phase phase) {
    Map<String, Object> request = request(phase);
    request.put("connection", connection);
    return callForSql(request);
  }

  static String offlineSql(TargetDatabase database, Phase phase) {
    Map<String, Object> request = request(phase);
    request.put("offline", database.name().toLowerCase(Locale.ROOT));
    return callForSql(request);
  }

  private static Map<String, Object> request(Phase phase) {
    Map<String, Object> request = new HashMap<>();
    request.put("contexts", phase.contexts());
    return request;
  }

  private static String callForSql(Map<String, Object> request) {
    StringWriter sql = new StringWriter();
    request.put("sql", sql);
    call(request);
    return sql.toString().replaceAll("(?m)^--\\s+Against: .*\\R", "");
  }

  private static Map<String, List<String>> call(Map<String, Object> request) {
    FutureTask<Map<String, List<String>>> task = new FutureTask<>(() -> enter(request));
    Thread thread = new Thread(task, "pp-migrations");
    thread.setContextClassLoader(null);
    thread.start();
    try {
      return await(task, thread);
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    }
  }

  /**
   * Returns when the thread has ended too. A half-done change is worse than a late answer: an
   * interrupt is kept for afterwards.
   */
  private static <T> T await(FutureTask<T> task, Thread thread) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          thread.join();
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> enter(Map<String, Object> request)
      throws IOException, ReflectiveOperationException {
    NestedJarLoader loader = LAST.getAndSet(NONE).get();
    if (loader == null) {
      ClassLoader own = IsolatedLiquibase.class.getClassLoader();
      loader = new NestedJarLoader(NestedJars.read(own), own);
    }
    Thread.currentThread().setContextClassLoader(loader);
    Function<Map<String, Object>, Map<String, List<String>>> run =
        (Function<Map<String, Object>, Map<String, List<String>>>)
            loader.loadClass(ENTRY).getDeclaredConstructor().newInstance();
    Map<String, List<String>> answer = run.apply(request);
    LAST.set(new WeakReference<>(loader));
    return answer;
  }

  private static MigrationException failed(Throwable cause) {
    return new MigrationException(
        "The post-purchase tables could not be brought up to date: "
            + cause.getMessage()
            + ". Changes made before this one are kept and recorded in PP_CHANGELOG; remove the"
            + " reason and start again.",
        cause instanceof IllegalStateException && cause.getCause() != null
            ? cause.getCause()
            : cause);
  }
}
