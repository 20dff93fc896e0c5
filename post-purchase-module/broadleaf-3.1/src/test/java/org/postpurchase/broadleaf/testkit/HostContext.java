package org.postpurchase.broadleaf.testkit;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.broadleafcommerce.common.extensibility.context.MergeClassPathXMLApplicationContext;
import org.broadleafcommerce.common.extensibility.context.StandardConfigLocations;
import org.opentest4j.TestAbortedException;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.springframework.context.ApplicationContext;

/**
 * One real Broadleaf without a web container, shared by all host tests of this JVM: its static
 * holders allow no second one.
 *
 * <p>The database is named by the system property {@code pp.test.db}: hsqldb (default), postgresql
 * or mariadb.
 */
public final class HostContext {
  private static final WatchedDataSource WATCH = new WatchedDataSource();
  private static final TestMailServer MAIL = new TestMailServer();
  private static DataSource dataSource;
  private static ApplicationContext context;

  private HostContext() {}

  /** Called by Spring. */
  public static DataSource dataSource() {
    return dataSource;
  }

  public static synchronized ApplicationContext get() {
    if (context == null) {
      TestDatabase database = database(System.getProperty("pp.test.db", "hsqldb"));
      boot(database.dataSource(), database.name(), "create", true);
    }
    return context;
  }

  /** Boots on a database of the caller's choice; at most once per JVM. */
  public static synchronized ApplicationContext boot(
      DataSource real, String databaseName, String hbm2ddl, boolean migrate) {
    if (context != null) {
      throw new IllegalStateException("this JVM has a host already");
    }
    dataSource = WATCH.around(real);
    System.setProperty("pp.test.dialect", dialect(databaseName));
    System.setProperty("pp.test.hbm2ddl", hbm2ddl);
    System.setProperty("pp.test.migrate", Boolean.toString(migrate));
    System.setProperty("pp.test.smtp.port", Integer.toString(MAIL.port()));
    System.setProperty("runtime.environment", "development");
    System.setProperty(
        "currency.default", "EUR"); // the host adds payments up in its default currency
    try {
      List<String> sources =
          new ArrayList<>(
              List.of(
                  StandardConfigLocations.retrieveAll(StandardConfigLocations.SERVICECONTEXTTYPE)));
      context =
          new MergeClassPathXMLApplicationContext(
              sources.toArray(new String[0]),
              new String[] {
                "bl-postpurchase-applicationContext.xml", "pp-test-applicationContext.xml"
              });
    } catch (Exception e) {
      throw new IllegalStateException("the host did not start", e);
    }
    return context;
  }

  public static Plugin plugin() {
    return new Plugin(get());
  }

  public static WatchedDataSource watch() {
    return WATCH;
  }

  public static TestMailServer mail() {
    return MAIL;
  }

  private static TestDatabase database(String name) {
    return switch (name) {
      case "hsqldb" -> TestDatabase.hsqldb();
      case "postgresql" -> TestDatabase.postgres();
      case "mariadb" -> TestDatabase.mariadb();
      default -> throw new TestAbortedException("unknown pp.test.db " + name);
    };
  }

  private static String dialect(String name) {
    return switch (name) {
      case "postgresql" -> "org.hibernate.dialect.PostgreSQL82Dialect";
      case "mariadb" -> "org.hibernate.dialect.MySQL5InnoDBDialect";
      default -> "org.hibernate.dialect.HSQLDialect";
    };
  }
}
