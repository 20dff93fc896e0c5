package org.postpurchase.demo;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A member with points to spend, and a hand on the merchant's settings. */
abstract class SpendingScenarios {
  final URI shop;
  final ShopDriver shopper;
  private final DataSource settings;

  SpendingScenarios(URI shop, DataSource settings) {
    this.shop = shop;
    this.shopper = new ShopDriver(shop);
    this.settings = settings;
  }

  /** Buys as a member for 1,960 points, and waits until they can be used. */
  void earns(String address) {
    shopper.register(address, "secret12");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 2);
    String number = shopper.checkout(address);
    shopper.receives(number);
    shopper.waits("P15D");
  }

  void sql(String... statements) throws SQLException {
    sql(settings, statements);
  }

  static void sql(DataSource settings, String... statements) throws SQLException {
    try (Connection connection = settings.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  List<String> texts(String sql) throws SQLException {
    try (Connection connection = settings.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  long number(String sql) throws SQLException {
    try (Connection connection = settings.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
