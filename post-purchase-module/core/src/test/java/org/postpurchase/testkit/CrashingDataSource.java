package org.postpurchase.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;

/**
 * A database that is lost now and then in the middle of a transaction, as when a node is killed:
 * what was not committed is undone. Threads take turns in drawing.
 */
public final class CrashingDataSource {
  private CrashingDataSource() {}

  /**
   * @param one of so many statements finds the connection gone
   */
  public static DataSource of(DataSource real, Random random, int one) {
    return proxy(
        DataSource.class,
        (method, args) -> {
          Object result = call(real, method, args);
          return result instanceof Connection c ? connection(c, random, one) : result;
        });
  }

  private static Connection connection(Connection real, Random random, int one) {
    return proxy(
        Connection.class,
        (method, args) -> {
          boolean isStatement = method.getName().startsWith("prepare");
          if (isStatement && !real.getAutoCommit() && isDrawn(random, one)) {
            real.rollback();
            throw new SQLException("the node lost its connection", "08006");
          }
          return call(real, method, args);
        });
  }

  private static boolean isDrawn(Random random, int one) {
    synchronized (random) {
      return random.nextInt(one) == 0;
    }
  }

  private interface Call {
    Object with(Method method, Object[] args) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (p, method, args) -> call.with(method, args)));
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
