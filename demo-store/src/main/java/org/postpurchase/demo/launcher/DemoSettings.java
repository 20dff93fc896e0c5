package org.postpurchase.demo.launcher;

import java.io.File;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the environment asks for, checked. */
final class DemoSettings {
  private static final int DEFAULT_PORT = 8080;
  private static final int MAX_PORT = 65535;

  final File home;
  final File log;
  final int port;
  final String databaseUrl;
  final String databaseUser;
  final String databasePassword;

  /** Null: use the built-in mailbox. */
  final String smtpHost;

  final int smtpPort;

  /** Jars of the shop's own, for both webapps. */
  final List<File> modules = new ArrayList<>();

  private DemoSettings(Map<String, String> env) {
    home = home();
    log = new File(text(env, "DEMO_LOG", new File(home.getParentFile(), "demo.log").getPath()));
    port = port(text(env, "PORT", String.valueOf(DEFAULT_PORT)), "PORT", 0);
    databaseUrl = text(env, "DEMO_DB_URL", "jdbc:hsqldb:mem:demo");
    boolean embedded = databaseUrl.startsWith("jdbc:hsqldb:");
    databaseUser = text(env, "DEMO_DB_USER", embedded ? "SA" : "");
    databasePassword = text(env, "DEMO_DB_PASSWORD", "");
    String smtp = text(env, "DEMO_SMTP", "");
    int colon = smtp.lastIndexOf(':');
    if (!smtp.isEmpty() && colon < 1) {
      throw new DemoFailure(
          "DEMO_SMTP must be host:port, for example localhost:2525; it is '" + smtp + "'.");
    }
    for (String path : text(env, "DEMO_MODULES", "").split(Pattern.quote(File.pathSeparator))) {
      if (!path.trim().isEmpty()) {
        modules.add(module(new File(path.trim()).getAbsoluteFile()));
      }
    }
    smtpHost = smtp.isEmpty() ? null : smtp.substring(0, colon);
    smtpPort = smtp.isEmpty() ? 0 : port(smtp.substring(colon + 1), "The port in DEMO_SMTP", 1);
  }

  static DemoSettings from(Map<String, String> env) {
    return new DemoSettings(env);
  }

  private static String text(Map<String, String> env, String name, String fallback) {
    String value = env.get(name);
    return value == null || value.trim().isEmpty() ? fallback : value.trim();
  }

  private static int port(String value, String name, int least) {
    try {
      int port = Integer.parseInt(value);
      if (port >= least && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new DemoFailure(
          name + " must be a number from " + least + " to 65535; it is '" + value + "'.", e);
    }
    throw new DemoFailure(
        name + " must be a number from " + least + " to 65535; it is '" + value + "'.");
  }

  private static File module(File jar) {
    if (!jar.isFile()) {
      throw new DemoFailure(
          "DEMO_MODULES names jars, separated by '"
              + File.pathSeparator
              + "'; there is no file "
              + jar
              + ".");
    }
    return jar;
  }

  private static File home() {
    try {
      return new File(DemoStore.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .getAbsoluteFile()
          .getParentFile();
    } catch (URISyntaxException e) {
      throw new DemoFailure("The launcher cannot find its own directory: " + e.getMessage(), e);
    }
  }
}
