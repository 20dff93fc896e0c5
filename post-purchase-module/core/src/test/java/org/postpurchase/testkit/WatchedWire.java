package org.postpurchase.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection to a database, with what goes over it counted. */
public final class WatchedWire implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

  public final CoreDatabase node;
  private final CountingProxy proxy;
  private final SingleConnectionDataSource connection;

  public WatchedWire(CoreDatabase database) throws SQLException {
    String url;
    String user;
    try (Connection direct = database.dataSource.getConnection()) {
      url = direct.getMetaData().getURL();
      user = direct.getMetaData().getUserName().replaceAll("@.*", "");
    }
    Matcher address = ADDRESS.matcher(url);
    assertThat(address.find()).as(url).isTrue();
    proxy = new CountingProxy(address.group(1), Integer.parseInt(address.group(2)));
    String through = address.replaceFirst("//127.0.0.1:" + proxy.port() + "/");
    connection = new SingleConnectionDataSource(through, user, "", true);
    node = database.through(connection);
  }

  /** Round trips of that work inside a transaction; begin and commit do not count. */
  public int trips(Runnable work) {
    return node.transactions.call(
        () -> {
          node.jdbc.queryForList("select 1"); // begins the transaction
          proxy.takeCount();
          work.run();
          return proxy.takeCount();
        });
  }

  @Override
  public void close() {
    connection.destroy();
    proxy.close();
  }
}
