package org.postpurchase.migrations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

/**
 * The content of the jars that lie inside our jar, read into memory (about 15 MB while a run
 * lasts). No file is written, so nothing is left behind by a killed process and a read-only disk is
 * no obstacle.
 */
final class NestedJars {
  static final String FOLDER = "META-INF/pp-migrations-lib/";
  static final String[] NAMES = {
    "liquibase-core.jar",
    "commons-collections4.jar",
    "commons-io.jar",
    "commons-lang3.jar",
    "commons-text.jar",
    "jaxb-api.jar",
    "opencsv.jar",
    "snakeyaml.jar"
  };

  private final Map<String, List<byte[]>> entries = new HashMap<>();

  private NestedJars() {}

  static NestedJars read(ClassLoader from) throws IOException {
    NestedJars jars = new NestedJars();
    for (String name : NAMES) {
      try (InputStream in = from.getResourceAsStream(FOLDER + name)) {
        if (in == null) {
          throw new IOException(
              FOLDER + name + " is missing: post-purchase-migrations was repackaged without it");
        }
        jars.add(new JarInputStream(in));
      }
    }
    return jars;
  }

  /** Everything stored under this name, in the order of the jars; empty if there is nothing. */
  List<byte[]> all(String name) {
    return entries.getOrDefault(name, new ArrayList<>());
  }

  private void add(JarInputStream jar) throws IOException {
    for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
      if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/versions/")) {
        entries.computeIfAbsent(entry.getName(), key -> new ArrayList<>(1)).add(bytes(jar));
      }
    }
  }

  static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    byte[] buffer = new byte[16384];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }
}
