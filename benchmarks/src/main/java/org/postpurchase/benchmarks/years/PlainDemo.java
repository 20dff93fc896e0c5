package org.postpurchase.benchmarks.years;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The demo store without the plugin: its jars, its lines in {@code web.xml}, its includes, and the
 * demo's own tools that speak to it are taken out of a copy.
 */
public final class PlainDemo {
  private static final Pattern JARS =
      Pattern.compile("post-purchase-(core|broadleaf|site|admin|migrations).*\\.jar");
  private static final List<String> TOOLS =
      List.of("SwitchOnOnce", "Warehouse", "TimeTravelThroughDueWork", "ClockController");
  private static final Pattern INCLUDE =
      Pattern.compile(
          "<(\\w+)[^>]* th:(?:include|replace|substituteby|insert)=\"post-purchase/[^\"]*\"[^>]*>"
              + "[^<]*</\\1>");
  private static final Pattern EXPRESSION =
      Pattern.compile("#postpurchase\\.\\w+\\([^)]*\\)(\\.\\w+)*");

  private PlainDemo() {}

  /** Lays it out there, anew each time. */
  public static Path layOut(Path demo, Path plain) throws IOException {
    if (Files.exists(plain)) {
      try (Stream<Path> old = Files.walk(plain)) {
        old.sorted((a, b) -> b.compareTo(a)).forEach(PlainDemo::delete);
      }
    }
    try (Stream<Path> files = Files.walk(demo)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = plain.resolve(demo.relativize(file).toString());
        String name = file.getFileName().toString();
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else if (!JARS.matcher(name).matches()) {
          copy(file, to, name);
        }
      }
    }
    return plain;
  }

  private static void copy(Path file, Path to, String name) throws IOException {
    if (name.equals("web.xml")) {
      Files.writeString(to, Files.readString(file).replaceAll("(?m)^.*bl-postpurchase-.*\\R", ""));
    } else if (name.endsWith(".html")) {
      String page = INCLUDE.matcher(Files.readString(file)).replaceAll("");
      Files.writeString(to, EXPRESSION.matcher(page).replaceAll("null"));
    } else if (name.equals("demo-site.jar")) {
      withoutTools(file, to);
    } else {
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void withoutTools(Path jar, Path to) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName().replaceAll(".*/", "");
        if (TOOLS.stream().noneMatch(name::startsWith)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
