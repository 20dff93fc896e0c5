package org.postpurchase.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Lists everything that costs a round trip: executed statements, savepoints and releases. */
public final class WatchedDataSource {
  public final List<String> seen = new CopyOnWriteArrayList<>();
  private final DataSource watched;

  public WatchedDataSource(DataSource real) {
    this.watched =
        proxy(
            DataSource.class,
            (p, method, args) -> {
              Object result = call(method, real, args);
              return result instanceof Connection ? watch((Connection) result) : result;
            });
  }

  public DataSource dataSource() {
    return watched;
  }

  public Connection watch(Connection real) {
    return proxy(
        Connection.class,
        (p, method, args) -> {
          if (method.getName().endsWith("Savepoint")
              || (method.getName().equals("rollback") && args != null)) {
            seen.add(method.getName());
          }
          Object result = call(method, real, args);
          if (result instanceof PreparedStatement) {
            return watch(PreparedStatement.class, result, (String) args[0]);
          }
          return result instanceof Statement ? watch(Statement.class, result, "") : result;
        });
  }

  private <T> T watch(Class<T> type, Object real, String sql) {
    return proxy(
        type,
        (p, method, args) -> {
          if (method.getName().startsWith("execute")) {
            seen.add(args != null && args[0] instanceof String ? (String) args[0] : sql);
          }
          return call(method, real, args);
        });
  }

  private static Object call(java.lang.reflect.Method method, Object target, Object[] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
