package org.postpurchase.demo.launcher;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.webresources.FileResourceSet;

/**
 * Jars of a shop's own that both webapps get as if they lay among their libraries. A file {@code
 * *-applicationContext.xml} at the root of one is merged into the shop's context.
 */
final class ShopModules {
  /** The host merges files of these names beside its own. */
  private static final String MORE_CONTEXTS = "extra.config.locations";

  private static final String CONTEXT = "[^/]+-applicationContext\\.xml";

  private final List<File> jars;

  ShopModules(List<File> jars) {
    this.jars = jars;
  }

  /** Tells the host which files of the jars to merge. */
  void nameContexts() throws IOException {
    StringBuilder names = new StringBuilder();
    for (File jar : jars) {
      for (String name : contexts(jar)) {
        names.append(names.length() == 0 ? "" : " ").append(name);
      }
    }
    if (names.length() > 0) {
      System.setProperty(MORE_CONTEXTS, names.toString());
    }
  }

  private static List<String> contexts(File jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      return Collections.list(file.entries()).stream()
          .map(entry -> entry.getName())
          .filter(name -> name.matches(CONTEXT))
          .collect(Collectors.toList());
    }
  }

  void addTo(WebResourceRoot webapp) {
    for (File jar : jars) {
      webapp.addPreResources(
          new FileResourceSet(webapp, "/WEB-INF/lib/" + jar.getName(), jar.getPath(), "/"));
    }
  }
}
