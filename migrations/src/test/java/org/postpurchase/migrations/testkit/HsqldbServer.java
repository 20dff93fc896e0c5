package org.postpurchase.migrations.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.hsqldb.server.Server;

/** HSQLDB in memory behind a port of this machine, so that other processes can use and lose it. */
final class HsqldbServer {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private HsqldbServer() {}

  static TestDatabase fresh() {
    int port = freePort();
    Server server = new Server();
    server.setSilent(true);
    server.setLogWriter(null);
    server.setErrWriter(null);
    server.setNoSystemExit(true);
    server.setAddress("127.0.0.1");
    server.setPort(port);
    server.setDatabaseName(0, "pp");
    server.setDatabasePath(0, "mem:pp_server_" + COUNT.incrementAndGet() + ";hsqldb.tx=mvcc");
    server.start();
    String url = "jdbc:hsqldb:hsql://127.0.0.1:" + port + "/pp";
    return new TestDatabase("hsqldb", url, "SA", "", server::shutdown);
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no port is free", e);
    }
  }
}
