package org.postpurchase.benchmarks;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postpurchase.benchmarks.engine.ClaimRow;
import org.postpurchase.benchmarks.engine.DueStepsRow;
import org.postpurchase.benchmarks.engine.OrderEventsRow;
import org.postpurchase.benchmarks.engine.SendRow;
import org.postpurchase.benchmarks.ledger.DepthRow;
import org.postpurchase.benchmarks.ledger.PointsRow;
import org.postpurchase.benchmarks.measure.Json;
import org.postpurchase.benchmarks.measure.Result;
import org.postpurchase.benchmarks.measure.Rounds;
import org.postpurchase.benchmarks.measure.Row;
import org.postpurchase.benchmarks.measure.Server;
import org.postpurchase.benchmarks.measure.Setting;
import org.postpurchase.benchmarks.recommend.RecommendRow;
import org.postpurchase.benchmarks.review.ReviewsRow;
import org.postpurchase.benchmarks.segment.SegmentsRow;
import org.postpurchase.benchmarks.years.CheckoutRow;
import org.postpurchase.benchmarks.years.FiveYears;

/** The command line: see {@code benchmarks/run}. */
public final class Benchmarks {
  private static final Path RESULTS = Path.of("benchmarks", "target", "results");

  /** Makes a row ready on that server. */
  @FunctionalInterface
  private interface Prepare {
    Row on(Server server, Setting setting) throws Exception;
  }

  private Benchmarks() {}

  private static Map<String, Prepare> rows(Options options) {
    Map<String, Prepare> rows = new LinkedHashMap<>();
    rows.put("due-steps", DueStepsRow::new);
    rows.put("order-events", OrderEventsRow::new);
    rows.put("send", SendRow::new);
    rows.put("points", PointsRow::new);
    rows.put("ledger-depth", DepthRow::new);
    rows.put("claim", ClaimRow::new);
    rows.put("segments", SegmentsRow::new);
    rows.put("recommendations", RecommendRow::new);
    rows.put("reviews", ReviewsRow::new);
    rows.put("checkout", (server, setting) -> new CheckoutRow(server, setting, options.home()));
    return rows;
  }

  public static void main(String[] words) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Logger.getLogger("").setLevel(Level.SEVERE);
    Options options = Options.of(words);
    Map<String, Prepare> known = rows(options);
    if (known.containsKey(options.command())) {
      measure(Map.of(options.command(), known.get(options.command())), options);
    } else if (List.of("quick", "full").contains(options.command())) {
      measure(known, options);
    } else if (List.of("fill", "five-years").contains(options.command())) {
      fiveYears(options);
    } else {
      System.out.println(
          "benchmarks/run " + String.join("|", known.keySet()) + "|quick|full|fill|five-years");
      System.exit(options.command().isEmpty() ? 0 : 2);
    }
  }

  private static void measure(Map<String, Prepare> rows, Options options) throws Exception {
    Setting setting = options.setting();
    PrintStream out = System.out;
    try (Server server = Server.start()) {
      for (Map.Entry<String, Prepare> entry : rows.entrySet()) {
        long begin = System.nanoTime();
        try (Row row = entry.getValue().on(server, setting)) {
          Result result = new Rounds(setting).run(row);
          Path file = options.file(RESULTS, entry.getKey() + "-" + stamp() + ".json");
          Files.createDirectories(file.toAbsolutePath().getParent());
          Files.writeString(file, Json.of(result.json(server.settings())));
          out.print(result.text());
          out.printf("  %s, %d s%n", file, (System.nanoTime() - begin) / 1_000_000_000);
        }
      }
    }
    System.exit(0); // the pools' threads are no reason to stay
  }

  private static void fiveYears(Options options) throws Exception {
    try (Server server = Server.start(options.data())) {
      FiveYears shops = new FiveYears(server, options.data(), options.home(), System.out);
      shops.make(options.setting().scale());
      if (options.command().equals("five-years")) {
        Path file = options.file(RESULTS, "five-years-" + stamp() + ".json");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, Json.of(shops.measure(options.setting())));
        System.out.println("  " + file);
      }
    }
    System.exit(0);
  }

  private static String stamp() {
    return ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
  }
}
