package org.postpurchase.demo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What a shop sends, to many people one after the other, over years of its clock. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailsIT {
  private static DemoProcess demo;

  @BeforeAll
  static void open() {
    demo = DemoProcess.start();
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  @Nested
  class ThankYou extends ThankYouScenarios {
    ThankYou() {
      super(demo.url());
    }
  }

  @Nested
  class Series extends SeriesScenarios {
    Series() {
      super(demo.url());
    }
  }

  @Nested
  class Reviews extends ReviewScenarios {
    Reviews() {
      super(demo.url());
    }
  }

  @Nested
  @Tag("long")
  class ReviewInput extends ReviewInputScenarios {
    ReviewInput() {
      super(demo.url());
    }
  }

  @Nested
  @Tag("long")
  class Prefetch extends PrefetchScenarios {
    Prefetch() {
      super(demo.url());
    }
  }

  @Nested
  class HelpDesk extends HelpDeskScenarios {
    HelpDesk() {
      super(demo.url());
    }
  }

  @Nested
  class Service extends ServiceScenarios {
    Service() {
      super(demo.url());
    }
  }

  @Nested
  class Restraint extends RestraintScenarios {
    Restraint() {
      super(demo.url());
    }
  }

  @Nested
  class Providers extends ProviderScenarios {
    Providers() {
      super(demo.url());
    }
  }

  @Nested
  class Texts extends TextScenarios {
    Texts() {
      super(demo.url());
    }
  }

  @Nested
  @Tag("long")
  class ExpiryNotices extends ExpiryNoticeScenarios {
    ExpiryNotices() {
      super(demo.url());
    }
  }

  @Nested
  @Tag("long")
  class TierMails extends TierMailScenarios {
    TierMails() {
      super(demo.url());
    }
  }

  @Nested
  class Occasions extends OccasionScenarios {
    Occasions() {
      super(demo.url());
    }
  }

  @Nested
  class Beginnings extends TriggerScenarios {
    Beginnings() {
      super(demo.url());
    }
  }

  @Nested
  class Looks extends BrowseScenarios {
    Looks() {
      super(demo.url());
    }
  }

  @Nested
  class Refusals extends RefusalScenarios {
    Refusals() {
      super(demo.url());
    }
  }
}
