package org.postpurchase.broadleaf.config;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postpurchase.shared.PostPurchaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our tables as the start-up finds them. */
final class OwnTables {
  private static final Logger LOG = LoggerFactory.getLogger(OwnTables.class);
  private static final String[] ORDER_FACTS = {
    "PP_OUTBOX",
    "PP_ATTRIBUTION",
    "PP_HOLDOUT",
    "PP_HOLDOUT_ORDER",
    "PP_HOLDOUT_PERSON",
    "PP_SPLIT_TEST",
    "PP_SPLIT_TEXT",
    "PP_SPLIT_ORDER",
    "PP_SPLIT_PERSON",
    "PP_ASK",
    "PP_ASK_STOP",
    "PP_PORTABLE_KEY",
    "PP_CAMPAIGN_ENTRY",
    "PP_STORY_EVENT",
    "PP_STORY",
    "PP_KEPT_LINE",
    "PP_KEPT_COUNT",
    "PP_REVIEW_REPLY",
    "PP_REVIEW_PHOTO",
    "PP_REVIEW_IMAGE",
    "PP_REVIEW_EVENT",
    "PP_REVIEW_TEXT",
    "PP_REVIEW_SUMMARY",
    "PP_REVIEW",
    "PP_STAFF_TASK",
    "PP_BACKFILL",
    "PP_BACKFILL_ORDER",
    "PP_ORDER_LINE",
    "PP_TOUCH_DECISION",
    "PP_CLICK",
    "PP_SUNSET",
    "PP_MESSAGE",
    "PP_STEP_EXECUTION",
    "PP_ENROLLMENT",
    "PP_REWARD_PURCHASE",
    "PP_REWARD_STOCK",
    "PP_MEMBER_MOMENT",
    "PP_REFERRAL_EVENT",
    "PP_REFERRAL_SIGNAL",
    "PP_REFERRAL_REWARD",
    "PP_REFERRAL_BUDGET",
    "PP_REFERRAL_VISIT",
    "PP_INVITATION",
    "PP_INVITATION_DAY",
    "PP_REFERRAL",
    "PP_ADVOCATE",
    "PP_PERSON_KEY",
    "PP_REWARD_CODE",
    "PP_CHECKOUT_ANSWER",
    "PP_SMS_ANSWER",
    "PP_SMS",
    "PP_PHONE",
    "PP_TIER_CHANGE",
    "PP_TIER_STANDING",
    "PP_RULE_BUDGET",
    "PP_LOYALTY_MEMBER",
    "PP_POINTS_ADJUSTMENT",
    "PP_POINTS_STAFF",
    "PP_POINTS_REQUEST",
    "PP_POINTS_HOLD_LOT",
    "PP_POINTS_HOLD",
    "PP_POINTS_ENTRY",
    "PP_POINTS_POSTING",
    "PP_POINTS_LOT",
    "PP_POINTS_ACCOUNT",
    "PP_LEDGER_MISMATCH",
    "PP_LEDGER_PROOF",
    "PP_WORK_FAILURE"
  };

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
              + "). Run the migration command of docs/install.md, give its SQL to your DBA, or set"
              + " postpurchase.migrate=true.",
          e);
    }
  }

  /** Empties the tables of facts about orders, for a host whose orders are about to be dropped. */
  static void forgetOrders(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      int forgotten = 0;
      for (String table : ORDER_FACTS) {
        forgotten += statement.executeUpdate("delete from " + table);
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      if (forgotten > 0) {
        LOG.warn(
            "The shop's tables are created anew (blPU.hibernate.hbm2ddl.auto), so {} post-purchase"
                + " rows about its old orders were removed",
            forgotten);
      }
    } catch (SQLException e) {
      throw new PostPurchaseException(
          "The facts about the shop's dropped orders could not be removed: " + e.getMessage(), e);
    }
  }
}
