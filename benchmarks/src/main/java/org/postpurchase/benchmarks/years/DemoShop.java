package org.postpurchase.benchmarks.years;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The demo store as the build laid it out, in a JVM of its own, on a database that is given. */
public final class DemoShop implements AutoCloseable {
  private static final String READY = "READY ";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final URI url;

  /** How long it took until shop and admin answered. */
  final long startedInMillis;

  private DemoShop(Process process, URI url, long startedInMillis) {
    this.process = process;
    this.url = url;
    this.startedInMillis = startedInMillis;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param home the directory with {@code demo-launcher.jar}
   * @throws IllegalStateException naming the log when it does not come up
   */
  public static DemoShop start(Path home, String databaseUrl, String name) throws IOException {
    long begin = System.nanoTime();
    Path log = Path.of("benchmarks", "target", "shop-" + name + ".log").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-jar",
                home.resolve("demo-launcher.jar").toAbsolutePath().toString()));
    builder.environment().put("PORT", "0");
    builder.environment().put("DEMO_DB_URL", databaseUrl);
    builder.environment().put("DEMO_DB_USER", "postgres");
    builder.environment().put("DEMO_DB_PASSWORD", "postgres");
    builder.environment().put("DEMO_LOG", log.toString());
    builder.redirectError(Path.of(log + ".err").toFile());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null || !line.startsWith(READY)) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "The demo store did not start: "
              + Files.readString(Path.of(log + ".err"))
              + " See "
              + log);
    }
    return new DemoShop(
        process,
        URI.create(line.substring(READY.length()).trim()),
        (System.nanoTime() - begin) / 1_000_000);
  }

  Browser browser() {
    return new Browser(url);
  }

  /** Stops it in order. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
