package org.postpurchase.series.fire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Ends the JVM on the spot, as a power cut would, when a named point is reached for the third time,
 * or for the first one where work is done in batches: {@code after <sql>} right after that
 * statement, {@code committed <sql>} right after the commit that made it last.
 */
public final class HaltingDataSource {
  /** In batches one order of many is enough to reach every point, so the first time counts. */
  private static final int TIMES = Integer.getInteger("pp.batch", 100) == 1 ? 3 : 1;

  private final String sql;
  private final boolean committed;
  private final AtomicInteger reached = new AtomicInteger();
  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

  public HaltingDataSource(String point) {
    committed = point.startsWith("committed ");
    sql = point.substring(point.indexOf(' ') + 1);
  }

  public DataSource around(DataSource real) {
    return proxy(
        DataSource.class,
        (p, method, args) -> {
          Object result = call(method, real, args);
          return result instanceof Connection ? watch((Connection) result) : result;
        });
  }

  private Connection watch(Connection real) {
    return proxy(
        Connection.class,
        (p, method, args) -> {
          Object result = call(method, real, args);
          if (result instanceof PreparedStatement && parameters((String) args[0]).startsWith(sql)) {
            return watch((PreparedStatement) result);
          }
          if (method.getName().equals("commit") && committed && inside.get()) {
            inside.set(false);
            count();
          }
          return result;
        });
  }

  private PreparedStatement watch(PreparedStatement real) {
    return proxy(
        PreparedStatement.class,
        (p, method, args) -> {
          Object result = call(method, real, args);
          if (method.getName().startsWith("execute")) {
            if (committed) {
              inside.set(true);
            } else {
              count();
            }
          }
          return result;
        });
  }

  private void count() {
    if (reached.incrementAndGet() == TIMES) {
      Runtime.getRuntime().halt(137);
    }
  }

  private static Object call(Method method, Object target, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            HaltingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Columns of a set of rows stand where the parameters of one row do. */
  private static String parameters(String statement) {
    return statement.replaceAll("v\\.c\\d+", "?");
  }
}
