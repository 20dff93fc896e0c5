package org.postpurchase.demo;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.postpurchase.migrations.testkit.TestDatabase;

/** A shop on PostgreSQL that gives 100 points per euro and delivers for nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpendingIT {
  private static TestDatabase database;
  private static DataSource settings;
  private static DemoProcess demo;

  @BeforeAll
  static void open() throws SQLException {
    database = TestDatabase.postgres();
    settings = database.dataSource();
    demo = DemoProcess.start(Shop.environment(database));
    SpendingScenarios.sql(
        settings,
        "update PP_EARNING_RULE set ACTIVE = true, SETTINGS = 'rates=EUR=100' where PRESET_KEY ="
            + " 'spend'",
        "update PP_EARNING_RULE set ACTIVE = false where PRESET_KEY = 'first-order'",
        "update PP_LOYALTY_PROGRAMME set ACTIVE = true, ACTIVE_SINCE = 0, MINIMUM_POINTS = 300",
        "update BLC_FULFILLMENT_OPTION_FIXED set PRICE = 0 where FULFILLMENT_OPTION_ID = 1");
  }

  @AfterAll
  static void close() {
    demo.close();
    database.close();
  }

  @Nested
  class PayingWithPoints extends PayingWithPointsScenarios {
    PayingWithPoints() {
      super(demo.url(), settings);
    }
  }

  @Nested
  class Rewards extends RewardScenarios {
    Rewards() {
      super(demo.url(), settings);
    }
  }

  @Nested
  class EndedCodes extends EndedCodeScenarios {
    EndedCodes() {
      super(demo.url(), settings);
    }
  }

  @Nested
  class MemberForms extends MemberFormsScenarios {
    MemberForms() {
      super(demo.url(), settings);
    }
  }

  @Nested
  @Tag("long")
  class LostTables extends LostTablesScenarios {
    LostTables() {
      super(demo.url(), settings);
    }
  }
}
