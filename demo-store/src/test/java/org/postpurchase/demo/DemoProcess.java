package org.postpurchase.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The demo store as it was laid out by the build, in a JVM of its own on a free port.
 *
 * <p>{@link #start} returns when shop and admin answer. The environment is that of {@code
 * demo-store/run}.
 */
public final class DemoProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String READY = "READY ";
  private static final int LAST_LINES = 30;
  private static final int END_SECONDS = 120;

  private final Process process;
  private final Path log;
  private URI url;

  private DemoProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts on an embedded database in memory. */
  public static DemoProcess start() {
    return start(Map.of());
  }

  /**
   * Starts with settings such as {@code DEMO_DB_URL}.
   *
   * @throws IllegalStateException if the demo store does not come up; the message holds what it
   *     said
   */
  public static DemoProcess start(Map<String, String> environment) {
    DemoProcess demo = launch(environment);
    try {
      demo.url = demo.awaitReady();
      return demo;
    } catch (RuntimeException e) {
      demo.process.destroyForcibly();
      throw e;
    }
  }

  private static DemoProcess launch(Map<String, String> environment) {
    Path home = Path.of(System.getProperty("demo.home", "target/demo")).toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // 48 MB without the second compiler, which two webapps fill
    command.add("-XX:ReservedCodeCacheSize=240m");
    command.add("-jar");
    command.add(home.resolve("demo-launcher.jar").toString());
    try {
      Path log = Files.createTempFile(home.getParent(), "demo-test-", ".log");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("PORT", "0");
      builder.environment().put("DEMO_LOG", log.toString());
      builder.environment().putAll(environment);
      builder.redirectError(errors(log).toFile());
      return new DemoProcess(builder.start(), log);
    } catch (IOException e) {
      throw new IllegalStateException("The demo store could not be launched from " + home, e);
    }
  }

  private URI awaitReady() {
    CompletableFuture<String> firstLine = CompletableFuture.supplyAsync(this::readLine);
    try {
      String line = firstLine.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (line == null || !line.startsWith(READY)) {
        throw new IllegalStateException("The demo store did not start. " + lastWords());
      }
      return URI.create(line.substring(READY.length()).trim());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the demo store", e);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The demo store did not get ready. " + lastWords(), e);
    }
  }

  /** The end of both logs: a build machine's files are gone when somebody wants to read them. */
  private String lastWords() {
    try {
      if (!process.isAlive() || process.waitFor(2, TimeUnit.SECONDS)) {
        return "Exit status " + process.exitValue() + ". " + tail(errors()) + tail(log);
      }
      return tail(errors()) + tail(log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "See " + log + "*";
    }
  }

  private Path errors() {
    return errors(log);
  }

  private static Path errors(Path log) {
    return log.resolveSibling(log.getFileName() + ".err");
  }

  private static String tail(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return "\nThe end of "
          + file
          + ":\n"
          + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "\n" + file + " cannot be read: " + e.getMessage();
    }
  }

  private String readLine() {
    try {
      return new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      return null;
    }
  }

  /** The shop's front page. */
  public URI url() {
    return url;
  }

  /** What the shop and the launcher logged so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the process at once, as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /**
   * Asks the process to end and waits until it has.
   *
   * @return its exit status
   */
  public int stop() {
    process.destroy();
    return awaitEnd();
  }

  private int awaitEnd() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "The demo store did not end within " + END_SECONDS + " seconds of being asked to.");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
