package org.postpurchase.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.postpurchase.migrations.testkit.TestDatabase;

/** One migrated database of each kind for the whole JVM; every test empties what it uses. */
public final class Databases {
  private static final Map<String, CoreDatabase> OPEN = new ConcurrentHashMap<>();

  private Databases() {}

  public static CoreDatabase hsqldb() {
    return open("hsqldb", TestDatabase::hsqldb);
  }

  public static CoreDatabase postgres() {
    return open("postgres", TestDatabase::postgres);
  }

  /** Skips the test when no server is configured; the database is dropped when the JVM ends. */
  public static CoreDatabase mariadb() {
    CoreDatabase known = OPEN.get("mariadb");
    if (known == null) {
      known = open("mariadb", TestDatabase::mariadb);
      Runtime.getRuntime().addShutdownHook(new Thread(known::close));
    }
    return known;
  }

  private static CoreDatabase open(String name, Supplier<TestDatabase> fresh) {
    return OPEN.computeIfAbsent(name, n -> new CoreDatabase(fresh.get()));
  }
}
