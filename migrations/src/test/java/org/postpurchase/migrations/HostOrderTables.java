package org.postpurchase.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** As much of the host's orders and payments as the script that removes the plugin touches. */
final class HostOrderTables {
  private HostOrderTables() {}

  static void create(DataSource dataSource) throws SQLException {
    HostAdminTables.execute(
        dataSource,
        "create table BLC_ADMIN_USER_PERMISSION_XREF (ADMIN_USER_ID bigint not null,"
            + " ADMIN_PERMISSION_ID bigint not null)",
        "create table SEQUENCE_GENERATOR (ID_NAME varchar(255) not null primary key,"
            + " ID_VAL bigint)",
        "create table BLC_ORDER (ORDER_ID bigint not null primary key,"
            + " ORDER_STATUS varchar(255))",
        "create table BLC_ORDER_PAYMENT (ORDER_PAYMENT_ID bigint not null primary key,"
            + " GATEWAY_TYPE varchar(255), ARCHIVED char(1), ORDER_ID bigint not null)",
        "create table BLC_ORDER_PAYMENT_TRANSACTION (PAYMENT_TRANSACTION_ID bigint not null"
            + " primary key, ARCHIVED char(1), ORDER_PAYMENT bigint not null)");
  }

  /** Points and money in a cart, and points that paid for an order. */
  static void addPayments(DataSource dataSource) throws SQLException {
    HostAdminTables.execute(
        dataSource,
        "insert into BLC_ORDER (ORDER_ID, ORDER_STATUS) values (10, 'IN_PROCESS')",
        "insert into BLC_ORDER (ORDER_ID, ORDER_STATUS) values (11, 'SUBMITTED')",
        "insert into BLC_ORDER_PAYMENT (ORDER_PAYMENT_ID, GATEWAY_TYPE, ARCHIVED, ORDER_ID)"
            + " values (1, 'LOYALTY_POINTS', null, 10)",
        "insert into BLC_ORDER_PAYMENT (ORDER_PAYMENT_ID, GATEWAY_TYPE, ARCHIVED, ORDER_ID)"
            + " values (2, 'Passthrough', null, 10)",
        "insert into BLC_ORDER_PAYMENT (ORDER_PAYMENT_ID, GATEWAY_TYPE, ARCHIVED, ORDER_ID)"
            + " values (3, 'LOYALTY_POINTS', 'N', 11)",
        "insert into BLC_ORDER_PAYMENT_TRANSACTION (PAYMENT_TRANSACTION_ID, ARCHIVED,"
            + " ORDER_PAYMENT) values (21, null, 1)",
        "insert into BLC_ORDER_PAYMENT_TRANSACTION (PAYMENT_TRANSACTION_ID, ARCHIVED,"
            + " ORDER_PAYMENT) values (22, null, 2)",
        "insert into BLC_ORDER_PAYMENT_TRANSACTION (PAYMENT_TRANSACTION_ID, ARCHIVED,"
            + " ORDER_PAYMENT) values (23, 'N', 3)");
  }

  /** Those of the plugin that hold something. */
  static List<String> droppedTables() throws IOException {
    return uninstallScript()
        .lines()
        .filter(line -> line.startsWith("drop table ") && !line.contains("PP_CHANGELOG"))
        .map(line -> line.replaceAll("drop table |;", "").trim())
        .collect(Collectors.toList());
  }

  static String uninstallScript() throws IOException {
    try (InputStream script =
        HostOrderTables.class.getResourceAsStream("/META-INF/pp-migrations/uninstall.sql")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
