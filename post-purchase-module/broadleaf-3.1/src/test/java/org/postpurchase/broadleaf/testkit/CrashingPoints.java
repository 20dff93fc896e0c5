package org.postpurchase.broadleaf.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;

/**
 * A shop in a JVM of its own whose customer pays partly in points, and which halts at a named point
 * of that checkout; or, with {@link #SURVIVOR}, a node that lives on and does what is due whenever
 * a line is sent to it.
 *
 * <p>Arguments: JDBC URL, user, password, database name, hbm2ddl mode, point.
 */
public final class CrashingPoints {
  public static final int HALTED = 77;
  public static final long GIVEN = 2000;
  public static final String SURVIVOR = "survivor";
  public static final String READY = "READY";
  public static final String SETTLED = "SETTLED";

  private CrashingPoints() {}

  public static void main(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(6);
    boolean create = args[4].equals("create");
    Shopper shopper =
        new Shopper(HostContext.boot(new HikariDataSource(config), args[3], args[4], create));
    PointsDesk desk = new PointsDesk(HostContext.get());
    desk.open(500, 100, 50);
    if (args[5].equals(SURVIVOR)) {
      settleWheneverAsked(desk);
    } else {
      Customer customer = desk.customerWith(GIVEN);
      Order cart = shopper.cart(customer);
      desk.use(cart, 1200);
      Order ready = desk.payRestOnDelivery(cart);
      Checkpoints.at(args[5], CrashingPoints::halt);
      HostContext.watch().interfere(new HaltAt(args[5]));
      shopper.checkOut(ready);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void settleWheneverAsked(PointsDesk desk) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println(READY);
    while (in.readLine() != null) {
      HostContext.plugin().getLoyalty().engine.settleHolds().runDue();
      desk.relay();
      System.out.println(SETTLED);
    }
  }

  private static void halt() {
    Runtime.getRuntime().halt(HALTED);
  }

  /** Halts around the hold's rows, the intake's row and the commits that follow them. */
  private static final class HaltAt implements WatchedDataSource.Interference {
    private final String point;
    private boolean held;
    private boolean submitted;

    HaltAt(String point) {
      this.point = point;
    }

    @Override
    public void before(String sql) {
      boolean hold = sql.contains("insert into PP_POINTS_HOLD ");
      stop("before-hold", hold);
      stop("before-hold-commit", held && !submitted && sql.equals("commit"));
      stop("before-order", sql.contains("insert into PP_OUTBOX"));
      stop("before-order-commit", submitted && sql.equals("commit"));
    }

    @Override
    public void after(String sql) {
      held |= sql.contains("insert into PP_POINTS_HOLD ");
      submitted |= sql.contains("insert into PP_OUTBOX");
      stop("after-hold", sql.contains("insert into PP_POINTS_HOLD "));
      stop("after-hold-commit", held && !submitted && sql.equals("commit"));
      stop("after-order-commit", submitted && sql.equals("commit"));
    }

    private void stop(String name, boolean now) {
      if (now && point.equals(name)) {
        halt();
      }
    }
  }
}
