package org.postpurchase.benchmarks.years;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postpurchase.benchmarks.measure.Arm;
import org.postpurchase.benchmarks.measure.Goal;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Sample;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A guest's checkout in the demo store as it is, with everything switched on and its background
 * work beside it, and in the same store without the plugin; both run all the time.
 */
public final class CheckoutRow implements Row {
  private static final String WITHOUT = "guest checkout without the plugin";
  private static final String WITH = "guest checkout with everything switched on";
  private static final String CLICK_WITHOUT = "last click without the plugin";
  private static final String CLICK_WITH = "last click with everything switched on";

  /**
   * After some hundred orders the compilers' threads rest; the first ten take ten times as long.
   */
  private static final int WARM_UP = 200;

  private final int orders;
  private final Side plain;
  private final Side plugin;
  private final String run = Long.toString(System.currentTimeMillis(), 36);
  private int buyers;

  public CheckoutRow(Server server, Setting setting, Path home) throws Exception {
    orders = setting.of(8, 3);
    plain =
        new Side(
            PlainDemo.layOut(home, Path.of("benchmarks", "target", "plain-demo")),
            server.fresh(),
            "plain");
    plugin = new Side(home, server.fresh(), "plugin");
    warmUp(setting.of(WARM_UP, 3));
  }

  /** Until the compilers of both JVMs have little left to do: they share the cores with both. */
  private void warmUp(int ordersOfEach) {
    for (int i = 0; i < ordersOfEach; i++) {
      buyOne(plain);
      buyOne(plugin);
    }
  }

  /** One of the two stores. */
  private static final class Side implements AutoCloseable {
    final HikariDataSource pool;
    final JdbcTemplate jdbc;
    final DemoShop shop;

    Side(Path home, String url, String name) throws Exception {
      shop = DemoShop.start(home, url, name);
      pool = Server.pool(url, 1);
      jdbc = new JdbcTemplate(pool);
    }

    long commits() {
      return jdbc.queryForObject(
          "select xact_commit from pg_stat_database where datname = current_database()",
          Long.class);
    }

    @Override
    public void close() {
      pool.close();
      shop.close();
    }
  }

  @Override
  public String name() {
    return "checkout";
  }

  @Override
  public String unit() {
    return "orders of two lines by new guests, one after the other";
  }

  @Override
  public List<Arm> arms() {
    return List.of(
        new Arm(WITHOUT, () -> buy(plain, false)),
        new Arm(WITH, () -> buy(plugin, false)),
        new Arm(CLICK_WITHOUT, () -> buy(plain, true)),
        new Arm(CLICK_WITH, () -> buy(plugin, true)));
  }

  private Sample buy(Side side, boolean lastClickOnly) {
    long nanos = 0;
    for (int i = 0; i < orders; i++) {
      long[] took = buyOne(side);
      nanos += lastClickOnly ? took[1] : took[0];
    }
    return new Sample(orders, nanos);
  }

  /** Nanoseconds of the whole visit and of its last click. */
  private long[] buyOne(Side side) {
    Browser guest = side.shop.browser();
    long begin = System.nanoTime();
    guest.fillBasket();
    guest.enterDetails("b" + run + buyers++ + "@example.com");
    long last = System.nanoTime();
    guest.placeOrder();
    long end = System.nanoTime();
    return new long[] {end - begin, end - last};
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.dearer(WITH, WITHOUT, 1.05), Goal.dearer(CLICK_WITH, CLICK_WITHOUT, 1.05));
  }

  /** All commits of the store while it takes orders, what its background work does included. */
  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Side side : List.of(plain, plugin)) {
      long before = side.commits();
      buy(side, false);
      notes.add(
          (side == plain ? WITHOUT : WITH)
              + ": "
              + (side.commits() - before) / orders
              + " commits an order, background work included; the store's own statements on the"
              + " checkout's path are a gate of the build");
    }
    return notes;
  }

  @Override
  public void close() {
    plain.close();
    plugin.close();
  }
}
