package org.postpurchase.benchmarks.years;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.ledger.LedgerProof;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.ProofReport;
import org.postpurchase.ledger.ProofScope;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.testkit.CoreDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes an empty shop and one of five years, on the same server. */
public final class FiveYears {
  /** Customers of a full shop; each has three orders, one of them as a guest. */
  private static final int CUSTOMERS = 200_000;

  private static final String TIME_PASSES = "P45D";

  private static final String EMPTY = "shop_empty";
  private static final String FULL = "shop_full";
  private static final String BEGUN = "shop_begun";

  private final Server server;
  private final Path kept;
  private final Path home;
  private final PrintStream out;

  /**
   * @param data directory of the server, where the patterns are kept too
   * @param home the built demo store
   */
  public FiveYears(Server server, Path data, Path home, PrintStream out) {
    this.server = server;
    this.kept = data.resolveSibling(data.getFileName() + ".patterns");
    this.home = home;
    this.out = out;
  }

  /** Both shops, made where they are not there yet. */
  public void make(double scale) throws Exception {
    if (!Files.exists(kept) || !server.has(EMPTY)) {
      patterns();
    }
    if (server.has(FULL)) {
      out.println("The shops are there already.");
      return;
    }
    server.copy(EMPTY, BEGUN);
    try (HikariDataSource pool = Server.pool(server.url(BEGUN), 2)) {
      List<List<PatternRow>> rows = PatternRow.read(kept);
      long copies = Math.max(50, (long) (CUSTOMERS * scale));
      new Fill(pool, out).run(rows.get(0), rows.get(1), copies);
      prove(pool);
    }
    server.rename(BEGUN, FULL);
  }

  /**
   * The ledger's own proof over all accounts; nobody measures a shop whose points do not add up.
   */
  private void prove(DataSource pool) {
    CoreDatabase database = CoreDatabase.existing(pool);
    Clock clock = Clock.systemUTC();
    PointsLedger ledger = new PointsLedger(database.ledger(), database.transactions, clock);
    ProofReport report =
        new LedgerProof(database.ledger(), database.proofs(), ledger, database.transactions, clock)
            .run(ProofScope.ALL, null);
    out.printf(
        "ledger proof: %,d accounts, %,d entries, %d mismatches%n",
        report.accounts, report.entries, report.mismatches.size());
    if (!report.mismatches.isEmpty()) {
      throw new IllegalStateException("The points do not add up: " + report.mismatches.get(0));
    }
  }

  /**
   * A shop in which orders really went their way, and the rows that they left. What generators gave
   * before they were moved is in both shops: hosts make a generator when it is first needed.
   */
  private void patterns() throws Exception {
    String url = server.create(BEGUN);
    try (DemoShop shop = DemoShop.start(home, url, "make")) {
      order(shop, "first");
    }
    try (HikariDataSource pool = Server.pool(url, 2)) {
      JdbcTemplate jdbc = new JdbcTemplate(pool);
      Numbers.move(jdbc, 0);
      Patterns patterns = new Patterns(jdbc);
      List<PatternRow> old;
      List<PatternRow> young;
      try (DemoShop shop = DemoShop.start(home, url, "make")) {
        order(shop, Long.toString(Numbers.LAST - 998));
        shop.browser().post("/clock", Map.of("advance", TIME_PASSES));
        old = patterns.capture();
        order(shop, Long.toString(Numbers.LAST - 1_998));
        young = patterns.capture();
      }
      Numbers.move(jdbc, Numbers.room());
      out.printf("patterns: %d old rows, %d young rows%n", old.size(), young.size());
      PatternRow.write(kept, List.of(old, young));
    }
    server.copy(BEGUN, EMPTY);
  }

  /** Both shops run at the same time and are asked in turn; prints the table and returns it. */
  public Map<String, Object> measure(Setting setting) throws Exception {
    index(EMPTY);
    index(FULL);
    try (DemoShop empty = DemoShop.start(home, server.url(EMPTY), "empty");
        DemoShop full = DemoShop.start(home, server.url(FULL), "full");
        HikariDataSource pool = Server.pool(server.url(FULL), 2)) {
      Comparison table = new Comparison(setting, out);
      table.limit(
          "restart, shop and admin answer", empty.startedInMillis, full.startedInMillis, 30_000);
      JdbcTemplate jdbc = new JdbcTemplate(pool);
      new Pages(empty, full, Known.in(jdbc)).compare(table);
      Map<String, Object> json = table.json();
      json.put("rows", Volume.of(jdbc));
      json.put("database", server.settings());
      return json;
    }
  }

  /** What docs/operations.md advises to a shop of some years; nothing happens when it is done. */
  private void index(String shop) throws Exception {
    try (HikariDataSource pool = Server.pool(server.url(shop), 2)) {
      new Migrations(pool).run(Phase.HOST_INDEXES);
      new Migrations(pool).run(Phase.SEARCH_INDEXES);
    }
  }

  /** A customer with two orders, and a guest with one; the last waits for the relay. */
  private static void order(DemoShop shop, String number) {
    Browser customer = shop.browser();
    customer.register("c" + number + "@example.com");
    for (int i = 0; i < 2; i++) {
      customer.fillBasket();
      customer.enterDetails("c" + number + "@example.com");
      String order = customer.placeOrder();
      ship(customer, order);
    }
    Browser guest = shop.browser();
    guest.fillBasket();
    guest.enterDetails("g" + number + "@example.com");
    ship(guest, guest.placeOrder());
    shop.browser().post("/clock", Map.of("advance", "PT1M"));
  }

  private static void ship(Browser warehouse, String order) {
    warehouse.post("/orders/" + order + "/ship", Map.of());
    warehouse.post("/orders/" + order + "/deliver", Map.of());
  }
}
