package org.postpurchase.migrations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Stands for a process that is killed: after a number of changes to the database was carried out,
 * nothing more gets through, not even a commit.
 */
final class DyingDataSource {
  private final DataSource real;
  private int changesLeft;

  DyingDataSource(DataSource real, int changesLeft) {
    this.real = real;
    this.changesLeft = changesLeft;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = invoke(real, method, arguments);
          return result instanceof Connection connection ? wrap(connection) : result;
        });
  }

  private Connection wrap(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("commit")) {
            requireAlive();
          }
          Object result = invoke(connection, method, arguments);
          return result instanceof Statement statement && method.getName().equals("createStatement")
              ? wrap(statement)
              : result;
        });
  }

  private Statement wrap(Statement statement) {
    return proxy(
        Statement.class,
        (self, method, arguments) -> {
          boolean executes = method.getName().startsWith("execute") && arguments != null;
          if (executes) {
            requireAlive();
          }
          Object result = invoke(statement, method, arguments);
          if (executes && isChange((String) arguments[0]) && --changesLeft <= 0) {
            throw new SQLException("killed after " + arguments[0]);
          }
          return result;
        });
  }

  private void requireAlive() throws SQLException {
    if (changesLeft <= 0) {
      throw new SQLException("killed");
    }
  }

  private static boolean isChange(String sql) {
    String lower = sql.trim().toLowerCase(Locale.ROOT);
    return !lower.contains("pp_changelog") && lower.matches("(?s)(create|alter|insert) .*");
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
