package org.postpurchase.migrations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Defines Liquibase and our classes beside it, with nothing but the Java platform as parent: the
 * store's libraries are invisible in here, and everything in here is invisible to the store.
 */
final class NestedJarLoader extends ClassLoader {
  static final String OWN_CLASSES = "org.postpurchase.migrations.isolated.";
  static final String OWN_RESOURCES = "META-INF/pp-migrations/";

  private final NestedJars jars;
  private final ClassLoader outside;

  NestedJarLoader(NestedJars jars, ClassLoader outside) {
    super(ClassLoader.getSystemClassLoader().getParent());
    this.jars = jars;
    this.outside = outside;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    List<byte[]> found = contents(name.replace('.', '/') + ".class", name.startsWith(OWN_CLASSES));
    if (found.isEmpty()) {
      throw new ClassNotFoundException(name);
    }
    byte[] code = found.get(0);
    return defineClass(name, code, 0, code.length);
  }

  @Override
  protected URL findResource(String name) {
    List<URL> found = urls(name);
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.enumeration(urls(name));
  }

  private List<URL> urls(String name) {
    List<URL> urls = new ArrayList<>();
    for (byte[] content : contents(name, name.startsWith(OWN_RESOURCES))) {
      urls.add(url(name, content));
    }
    return urls;
  }

  private List<byte[]> contents(String name, boolean own) {
    if (!own) {
      return jars.all(name);
    }
    try (InputStream in = outside.getResourceAsStream(name)) {
      return in == null
          ? Collections.<byte[]>emptyList()
          : Collections.singletonList(NestedJars.bytes(in));
    } catch (IOException e) {
      throw new MigrationException(name + " cannot be read from our own jar.", e);
    }
  }

  private static URL url(String name, byte[] content) {
    try {
      return new URL("pp-nested", "", -1, "/" + name, new InMemory(content));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static final class InMemory extends URLStreamHandler {
    private final byte[] content;

    InMemory(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
