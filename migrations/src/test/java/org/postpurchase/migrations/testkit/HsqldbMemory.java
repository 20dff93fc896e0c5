package org.postpurchase.migrations.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.hsqldb.server.Server;
import org.hsqldb.server.ServerConstants;

final class HsqldbMemory {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private HsqldbMemory() {}

  static TestDatabase fresh() {
    String url = "jdbc:hsqldb:mem:pp_test_" + COUNT.incrementAndGet() + ";hsqldb.tx=mvcc";
    return new TestDatabase("hsqldb", url, "SA", "", () -> shutdown(url));
  }

  /** The same behind a port of this machine, so that other processes can be its clients. */
  static TestDatabase served() {
    Server server = started();
    for (int again = 0; again < 4 && !isOnline(server); again++) {
      server = started(); // another process took the port before the server did
    }
    if (!isOnline(server)) {
      throw new IllegalStateException("HSQLDB does not listen", server.getServerError());
    }
    String url =
        "jdbc:hsqldb:hsql://127.0.0.1:" + server.getPort() + "/" + server.getDatabaseName(0, true);
    return new TestDatabase("hsqldb", url, "SA", "", server::shutdown);
  }

  private static boolean isOnline(Server server) {
    return server.getState() == ServerConstants.SERVER_STATE_ONLINE;
  }

  private static Server started() {
    String name = "pp_served_" + COUNT.incrementAndGet();
    Server server = new Server();
    server.setLogWriter(null); // first: it tells of each setting
    server.setSilent(true);
    server.setAddress("127.0.0.1");
    server.setPort(freePort());
    server.setDatabaseName(0, name);
    server.setDatabasePath(0, "mem:" + name + ";hsqldb.tx=mvcc");
    server.start();
    return server;
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void shutdown(String url) {
    try (Connection connection = DriverManager.getConnection(url, "SA", "")) {
      connection.createStatement().execute("shutdown immediately");
    } catch (SQLException e) {
      throw new IllegalStateException(url + " did not shut down", e);
    }
  }
}
