package org.postpurchase.demo.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Closes what the launcher opened, last first, when the JVM ends.
 *
 * <p>A part that fails to close is logged and skipped. Never hangs: after a grace period the JVM is
 * halted.
 */
final class OrderlyEnd implements Runnable {
  private static final long GRACE_MILLIS = 15_000;
  private static final int TERMINATED = 143;

  private final Deque<Part> parts = new ArrayDeque<>();

  private static final class Part {
    final String name;
    final AutoCloseable closing;

    Part(String name, AutoCloseable closing) {
      this.name = name;
      this.closing = closing;
    }
  }

  synchronized void close(String name, AutoCloseable closing) {
    parts.push(new Part(name, closing));
  }

  void delete(File directory) {
    close("directory " + directory, () -> deleteTree(directory.toPath()));
  }

  @Override
  public void run() {
    Thread watchdog = new Thread(OrderlyEnd::haltAfterGrace, "demo-store-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    Part part = next();
    while (part != null) {
      try {
        part.closing.close();
      } catch (Exception e) {
        System.err.println("Closing the " + part.name + " failed: " + e);
      }
      part = next();
    }
  }

  private synchronized Part next() {
    return parts.poll();
  }

  private static void haltAfterGrace() {
    try {
      Thread.sleep(GRACE_MILLIS);
      System.err.println("The demo store did not end in time and is halted.");
      Runtime.getRuntime().halt(TERMINATED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(root)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
