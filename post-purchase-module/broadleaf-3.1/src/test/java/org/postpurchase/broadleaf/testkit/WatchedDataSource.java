package org.postpurchase.broadleaf.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Counts what goes to the database and lets a test interfere with single statements, without the
 * code under test knowing.
 */
public final class WatchedDataSource {
  /** Sees each statement before it is prepared or executed; may throw. */
  public interface Interference {
    void before(String sql) throws Throwable;

    default void after(String sql) throws Throwable {}
  }

  private static final Interference NONE = sql -> {};

  private final AtomicInteger commits = new AtomicInteger();
  private final List<String> statements = new CopyOnWriteArrayList<>();
  private volatile Interference interference = NONE;

  public DataSource around(DataSource real) {
    return (DataSource)
        proxy(
            DataSource.class,
            (method, args) -> {
              Object result = invoke(real, method, args);
              return result instanceof Connection connection ? watch(connection) : result;
            });
  }

  public void interfere(Interference with) {
    interference = with;
  }

  public void reset() {
    interference = NONE;
    commits.set(0);
    statements.clear();
  }

  public int commits() {
    return commits.get();
  }

  /** Everything executed, savepoints included. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  private Connection watch(Connection real) {
    return (Connection)
        proxy(
            Connection.class,
            (method, args) -> {
              switch (method.getName()) {
                case "commit" -> {
                  interference.before("commit");
                  Object result = invoke(real, method, args);
                  commits.incrementAndGet();
                  interference.after("commit");
                  return result;
                }
                case "setSavepoint", "releaseSavepoint" -> {
                  statements.add(method.getName());
                  return invoke(real, method, args);
                }
                case "prepareStatement" -> {
                  Statement statement = (Statement) invoke(real, method, args);
                  return watch(statement, (String) args[0], method.getReturnType());
                }
                case "createStatement" -> {
                  return watch((Statement) invoke(real, method, args), "", Statement.class);
                }
                default -> {
                  return invoke(real, method, args);
                }
              }
            });
  }

  private Object watch(Statement real, String sql, Class<?> type) {
    return proxy(
        type,
        (method, args) -> {
          if (!method.getName().startsWith("execute")) {
            return invoke(real, method, args);
          }
          String run = args != null && args.length > 0 ? String.valueOf(args[0]) : sql;
          statements.add(run);
          interference.before(run);
          Object result = invoke(real, method, args);
          interference.after(run);
          return result;
        });
  }

  private interface Call {
    Object apply(Method method, Object[] args) throws Throwable;
  }

  private static Object proxy(Class<?> type, Call call) {
    return Proxy.newProxyInstance(
        WatchedDataSource.class.getClassLoader(),
        new Class<?>[] {type},
        (self, method, args) -> call.apply(method, args));
  }

  private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
