package org.postpurchase.demo;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is in a jar, and which of its classes anything of ours leads to. */
final class ShippedJar {
  private static final Pattern NAME = Pattern.compile("org[./]postpurchase(?:[./][\\w$]+)+");

  final String name;
  private final Map<String, byte[]> entries = new TreeMap<>();

  private ShippedJar(String name) {
    this.name = name;
  }

  static ShippedJar read(Path file) throws IOException {
    try (InputStream in = java.nio.file.Files.newInputStream(file)) {
      return read(file.getFileName().toString(), in);
    }
  }

  static ShippedJar read(String name, InputStream in) throws IOException {
    ShippedJar jar = new ShippedJar(name);
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        jar.entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return jar;
  }

  Set<String> files() {
    return entries.keySet();
  }

  Set<String> classes() {
    return files().stream()
        .filter(f -> f.endsWith(".class"))
        .map(f -> f.substring(0, f.length() - 6))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  byte[] bytes(String file) {
    return entries.get(file);
  }

  /** Shaded classes of packages in which nothing is ever named, however far one follows. */
  Set<String> packagesNobodyUses(String shaded) {
    Set<String> all = classes();
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (String own : all) {
      if (!own.startsWith(shaded) && reached.add(own)) {
        open.add(own);
      }
    }
    files().stream()
        .filter(f -> !f.endsWith(".class"))
        .forEach(
            f -> follow(new String(bytes(f), StandardCharsets.ISO_8859_1), all, reached, open));
    while (!open.isEmpty()) {
      for (String text : texts(bytes(open.remove() + ".class"))) {
        follow(text, all, reached, open);
      }
    }
    Set<String> unused = packages(all, shaded);
    unused.removeAll(packages(reached, shaded));
    return unused;
  }

  private static Set<String> packages(Set<String> classes, String shaded) {
    return classes.stream()
        .filter(c -> c.startsWith(shaded))
        .map(c -> c.substring(0, c.lastIndexOf('/')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void follow(
      String text, Set<String> all, Set<String> reached, Deque<String> open) {
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String found = names.group().replace('.', '/');
      if (all.contains(found) && reached.add(found)) {
        open.add(found);
      }
    }
  }

  /** The texts of a class file's constant pool, among them the names of all classes it names. */
  private static Set<String> texts(byte[] file) {
    Set<String> texts = new HashSet<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      in.skipBytes(8);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.add(in.readUTF());
          case 5, 6 -> {
            in.skipBytes(8);
            i++;
          }
          case 7, 8, 16, 19, 20 -> in.skipBytes(2);
          case 15 -> in.skipBytes(3);
          default -> in.skipBytes(4);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return texts;
  }
}
