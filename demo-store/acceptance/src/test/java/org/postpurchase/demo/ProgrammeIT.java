package org.postpurchase.demo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** A shop with the loyalty programme that the demo starts with; who changes it comes last. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ProgrammeIT {
  private static DemoProcess demo;
  private static Merchant admin;

  @BeforeAll
  static void open() {
    demo = DemoProcess.start();
    admin = Merchant.signIn(demo.url(), "admin");
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  @Nested
  @Order(1)
  class Points extends PointsScenarios {
    Points() {
      super(demo.url());
    }
  }

  @Nested
  @Order(3)
  class Basket extends BasketAfterRefusalScenarios {
    Basket() {
      super(demo.url());
    }
  }

  @Nested
  @Order(2)
  class Search extends SearchScenarios {
    Search() {
      super(demo.url(), admin);
    }
  }

  @Nested
  @Order(3)
  class Endpoints extends EndpointScenarios {
    Endpoints() {
      super(demo.url());
    }
  }

  @Nested
  @Order(3)
  class Friends extends ReferralScenarios {
    Friends() {
      super(demo.url(), admin);
    }
  }

  @Nested
  @Order(4)
  class Page extends ProgrammePageScenarios {
    Page() {
      super(demo.url(), admin);
    }
  }
}
