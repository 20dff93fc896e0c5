package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.testkit.CoreDatabase;

/** What follows from reviews elsewhere: kept counts, the host's rating, the feed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReviewsElsewhereContract {
  private static final String ADA = "ada@example.com";
  private ReviewWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    world = new ReviewWorld(shared());
  }

  @Test
  void how_many_kept_a_product_follows_the_facts_however_often_they_are_told() {
    for (int i = 0; i < 20; i++) {
      world.arrives(world.order(100 + i, "p" + i + "@example.com", 501, 502));
    }
    world.comesBack(1001);
    List<OrderEvent> events = new java.util.ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(returned(100 + i));
    }
    for (int twice = 0; twice < 2; twice++) {
      world.database.transactions.run(() -> world.engine.countKept().handle(events));
    }
    assertThat(world.kept.of(501)).isEqualTo(new KeptCounts.Kept(20, 0));
    assertThat(world.kept.of(502)).isEqualTo(new KeptCounts.Kept(19, 1));
    assertThat(world.kept.of(502).ofHundred()).isEqualTo(95);
    world.comesBack(1000);
    world.database.transactions.run(() -> world.engine.countKept().handle(events.subList(0, 1)));
    assertThat(world.kept.of(501)).isEqualTo(world.kept.recount(501));
    assertThat(world.kept.of(501).back).isEqualTo(1);
  }

  @Test
  void the_hosts_rating_follows_the_counts_and_is_written_only_when_it_changed() {
    java.util.Map<Long, java.math.BigDecimal> host = new java.util.TreeMap<>();
    SyncHostRatings sync = world.sync(host::put);
    world.publishing(Publishing.ALL_AT_ONCE);
    world.arrives(world.order(1, ADA, 501));
    Review review = world.write(1, 10, 4, "Good").review.get();
    assertThat(sync.runDue()).as("switched off").isZero();
    world.settings =
        Optional.of(
            new ReviewSettings.Builder()
                .publishing(Publishing.ALL_AT_ONCE)
                .passedOn(true, false, false)
                .build());
    world.clock.advance(Duration.ofMinutes(2));
    assertThat(sync.runDue()).isEqualTo(1);
    assertThat(host.get(501L)).isEqualByComparingTo("4");
    world.clock.advance(Duration.ofMinutes(2));
    assertThat(sync.runDue()).as("nothing changed").isZero();
    world.engine.check().hide(review.id, review.edition, HideReason.ABUSE, "", "eve");
    world.clock.advance(Duration.ofMinutes(2));
    assertThat(sync.runDue()).isEqualTo(1);
    assertThat(host.get(501L)).isEqualByComparingTo("0");
  }

  @Test
  void the_feed_has_every_published_review_with_words_escaped_and_no_other() throws Exception {
    world.publishing(Publishing.ALL_AT_ONCE);
    for (int i = 0; i < 1003; i++) {
      world.database.jdbc.update(
          "insert into PP_REVIEW (PRODUCT_ID, AUTHOR_KEY, ORDER_ID, ORDER_LINE_ID, CUSTOMER_ID,"
              + " STARS, STATE, VERIFIED, INCENTIVE, LOCALE_CODE, NICKNAME, TEXT_VERSION, PHOTOS,"
              + " EDITION, WRITTEN_AT, PUBLISHED_AT) values (501, ?, 1, 1, 0, 1, ?, true, 'NONE',"
              + " 'en-GB', 'A<b>', 1, 0, 1, ?, ?)",
          "f" + i + "@example.com",
          i % 10 == 0 ? "HIDDEN" : "PUBLISHED",
          org.postpurchase.shared.jdbc.Utc.param(world.clock.instant()),
          org.postpurchase.shared.jdbc.Utc.param(world.clock.instant()));
    }
    world.database.jdbc.update(
        "insert into PP_REVIEW_TEXT (REVIEW_ID, VERSION_NUMBER, STARS, BODY, WRITTEN_AT) select"
            + " REVIEW_ID, 1, 1, 'Bad & <ugly>', WRITTEN_AT from PP_REVIEW");
    java.io.StringWriter out = new java.io.StringWriter();
    int written = world.feed().write(out, "/photo/*.jpg");
    assertThat(written).isEqualTo(world.database.count("PP_REVIEW where STATE = 'PUBLISHED'"));
    org.w3c.dom.Document feed =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new org.xml.sax.InputSource(new java.io.StringReader(out.toString())));
    assertThat(feed.getElementsByTagName("review").getLength()).isEqualTo(written);
    assertThat(feed.getElementsByTagName("content").item(7).getTextContent())
        .isEqualTo("Bad & <ugly>");
    assertThat(feed.getElementsByTagName("overall").item(7).getTextContent()).isEqualTo("1");
    assertThat(WriteFeed.text("a\u0000\u000b\ud83d\ude00\ud83d<\""))
        .isEqualTo("a\ud83d\ude00&lt;&quot;");
  }

  private OrderEvent returned(long order) {
    return new OrderEvent(
        "k", order, OrderFact.LINES_RETURNED, "", EventSource.SERVICE, world.clock.instant());
  }
}
