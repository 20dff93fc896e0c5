package org.postpurchase.broadleaf.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * A shop in a JVM of its own that checks out a few orders and halts, without any clean-up, at a
 * named point of the last one.
 *
 * <p>Arguments: JDBC URL, user, password, database name, hbm2ddl mode, point (or {@code none}),
 * number of orders.
 */
public final class CrashingCheckout {
  public static final int HALTED = 77;

  private CrashingCheckout() {}

  public static void main(String[] args) throws Exception {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(args[0]);
    pool.setUsername(args[1]);
    pool.setPassword(args[2]);
    pool.setMaximumPoolSize(6);
    boolean create = args[4].equals("create");
    Shopper shopper =
        new Shopper(HostContext.boot(new HikariDataSource(pool), args[3], args[4], create));
    int orders = Integer.parseInt(args[6]);
    for (int i = 1; i <= orders; i++) {
      if (i == orders) {
        arm(args[5]);
      }
      shopper.buy("crash-" + i + "@test.example");
    }
    Runtime.getRuntime().halt(0);
  }

  private static void arm(String point) {
    Checkpoints.at(point, CrashingCheckout::halt);
    HostContext.watch().interfere(new HaltAt(point));
  }

  private static void halt() {
    Runtime.getRuntime().halt(HALTED);
  }

  /** Halts around the intake's insert and around the commit of its transaction. */
  private static final class HaltAt implements WatchedDataSource.Interference {
    private final String point;
    private boolean inserted;

    HaltAt(String point) {
      this.point = point;
    }

    @Override
    public void before(String sql) {
      if (sql.contains("insert into PP_OUTBOX") && point.equals("before-insert")) {
        halt();
      }
      if (sql.equals("commit") && inserted && point.equals("before-commit")) {
        halt();
      }
    }

    @Override
    public void after(String sql) {
      if (sql.contains("insert into PP_OUTBOX")) {
        inserted = true;
        if (point.equals("after-insert")) {
          halt();
        }
      }
      if (sql.equals("commit") && inserted && point.equals("after-commit")) {
        halt();
      }
    }
  }
}
