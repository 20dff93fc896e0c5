package org.postpurchase.broadleaf.config;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postpurchase.shared.PostPurchaseException;

/** Says at start-up, in words, when the schema has not been migrated. */
final class OwnTables {
  private OwnTables() {}

  /**
   * @throws PostPurchaseException telling how to create the tables
   */
  static void require(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet ignored = statement.executeQuery("select INSTALLED_AT from PP_INSTALLATION")) {
      return;
    } catch (SQLException e) {
      throw new PostPurchaseException(
          "The post-purchase tables are not there ("
              + e.getMessage()
              + "). Run the migration command of the README, give its SQL to your DBA, or set postpurchase.migrate=true.",
          e);
    }
  }
}
