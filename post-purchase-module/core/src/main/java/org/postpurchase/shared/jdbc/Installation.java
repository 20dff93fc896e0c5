package org.postpurchase.shared.jdbc;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.shared.Transactions;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Remembers since when the plugin lives in this database: what happened before is never acted on.
 */
public final class Installation {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final Transactions transactions;

  public Installation(JdbcTemplate jdbc, SqlDialect dialect, Transactions transactions) {
    this.jdbc = jdbc;
    this.inserts = new Inserts(jdbc, dialect);
    this.transactions = transactions;
  }

  /** The moment of the first start; {@code now} becomes it when there was none. Safe to race. */
  public Instant since(Instant now) {
    return transactions.call(
        () ->
            read()
                .orElseGet(
                    () -> {
                      inserts.orKeep(
                          "insert into PP_INSTALLATION (INSTALLATION_ID, INSTALLED_AT) values (?, ?)",
                          1,
                          Utc.param(now));
                      return read()
                          .orElseThrow(
                              () ->
                                  new IllegalStateException(
                                      "Indicates a bug: PP_INSTALLATION is empty"));
                    }));
  }

  /**
   * The secret that signs links, the same on all nodes; {@code fresh} becomes it when there was
   * none. Safe to race.
   */
  public byte[] linkKey(byte[] fresh, Instant now) {
    since(now);
    return transactions.call(
        () -> {
          jdbc.update(
              "update PP_INSTALLATION set LINK_KEY = ? where INSTALLATION_ID = 1 and LINK_KEY is null",
              new BigInteger(1, fresh).toString(16));
          return new BigInteger(
                  jdbc.queryForObject(
                      "select LINK_KEY from PP_INSTALLATION where INSTALLATION_ID = 1",
                      String.class),
                  16)
              .toByteArray();
        });
  }

  private Optional<Instant> read() {
    return jdbc
        .query(
            "select INSTALLED_AT from PP_INSTALLATION where INSTALLATION_ID = 1",
            (row, n) -> Utc.instant(row, "INSTALLED_AT"))
        .stream()
        .findFirst();
  }
}
