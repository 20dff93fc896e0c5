package org.postpurchase.broadleaf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postpurchase.migrations.testkit.TestDatabase;

/** A shop in a JVM of its own, which may halt without harm to the one that tests. */
public final class ShopProcess implements AutoCloseable {
  private static final int SECONDS = 180;

  private final Process process;
  private final File log;

  private ShopProcess(Process process, File log) {
    this.process = process;
    this.log = log;
  }

  /** Starts {@code main} with the database's URL, user, password and name, and then the others. */
  public static ShopProcess start(Class<?> main, TestDatabase database, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-Xmx700m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Dmvel2.disable.jit=true", "-Dspring.beaninfo.ignore=true"));
    for (String opened : List.of("lang", "util", "io", "net", "text", "math", "lang.reflect")) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(
        List.of(database.jdbcUrl(), database.user(), database.password(), database.name()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    File log = File.createTempFile(main.getSimpleName() + "-", ".log", new File("target"));
    return new ShopProcess(new ProcessBuilder(command).redirectError(log).start(), log);
  }

  /** Starts it, waits until it ends and tells with what exit code. */
  public static int run(Class<?> main, TestDatabase database, Object... arguments)
      throws IOException, InterruptedException {
    try (ShopProcess shop = start(main, database, arguments)) {
      Thread reader = new Thread(shop::drain, "output of " + main.getSimpleName());
      reader.start();
      assertThat(shop.process.waitFor(SECONDS, TimeUnit.SECONDS))
          .as("the shop ends, see %s", shop.log)
          .isTrue();
      return shop.process.exitValue();
    }
  }

  /** Sends a line and waits until the shop prints {@code answer}. */
  public void ask(String line, String answer) throws IOException {
    PrintStream in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    in.println(line);
    await(answer);
  }

  /** Waits until the shop prints {@code wanted}; fails if it ends before. */
  public void await(String wanted) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String said = out.readLine(); !wanted.equals(said); said = out.readLine()) {
      assertThat(said).as("the shop says %s, see %s", wanted, log).isNotNull();
    }
  }

  private void drain() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      Files.write(
          log.toPath().resolveSibling(log.getName() + ".out"),
          (Iterable<String>) out.lines()::iterator);
    } catch (IOException e) {
      // the process has ended
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
