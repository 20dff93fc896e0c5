package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.LifecycleResult;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLifecycle;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.shared.Money;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.OrderFixture;

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
    ReviewState[] states = ReviewState.values();
    for (int i = 0; i < 1003; i++) {
      world.database.jdbc.update(
          "insert into PP_REVIEW (PRODUCT_ID, AUTHOR_KEY, ORDER_ID, ORDER_LINE_ID, CUSTOMER_ID,"
              + " STARS, STATE, VERIFIED, INCENTIVE, LOCALE_CODE, NICKNAME, TEXT_VERSION, PHOTOS,"
              + " EDITION, WRITTEN_AT, PUBLISHED_AT) values (501, ?, 1, 1, 0, 1, ?, true, 'NONE',"
              + " 'en-GB', 'A<b>', 1, 0, 1, ?, ?)",
          "f" + i + "@example.com",
          (i % 10 < states.length ? states[i % 10] : ReviewState.PUBLISHED).name(),
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

  /** Money back without goods: at deciding, at sending, on the page, and when the form is sent. */
  @Test
  void what_was_paid_back_in_full_is_neither_asked_about_nor_written_about() {
    world.orders.with(
        OrderFixture.order(1)
            .email(ADA)
            .registered()
            .priced(10, 1, 1250)
            .of(new OrderLine.Goods(501, Set.of(1501L), true))
            .priced(11, 1, 800)
            .of(new OrderLine.Goods(502, Set.of(1502L), true)));
    world.arrives(1);
    world.clock.advance(Duration.ofDays(11));
    OrderLifecycle lifecycle =
        new OrderLifecycle(
            world.orders,
            world.database.orderLines(),
            new Outbox(world.database.outbox(), world.clock),
            world.database.transactions,
            world.clock);
    assertThat(lifecycle.refunded(1, euro(300), "sorry")).isEqualTo(LifecycleResult.RECORDED);
    assertThat(statuses()).containsOnly(ReviewLine.Status.OPEN);
    for (int twice = 0; twice < 2; twice++) {
      lifecycle.refunded(1, euro(800), "cracked");
    }
    assertThat(world.database.count("PP_ORDER_REFUND where ORDER_ID = 1")).isEqualTo(2);
    assertThat(statuses()).containsExactly(ReviewLine.Status.OPEN, ReviewLine.Status.REFUNDED);
    OrderSnapshot order = world.orders.find(1).get();
    assertThat(
            world
                .engine
                .asks()
                .shown(order, ADA, "ask", Locale.ENGLISH, world.clock.instant())
                .lines)
        .extracting(l -> l.lineId)
        .containsExactly(10L);
    assertThat(world.write(1, 11, 1, "It was cracked").problem)
        .contains(WriteProblem.NOT_THIS_LINE);
    Review before = world.write(1, 10, 2, "Arrived late").review.get();
    lifecycle.refunded(1, euro(950), "rest");
    assertThat(statuses()).containsExactly(ReviewLine.Status.REVIEWED, ReviewLine.Status.REFUNDED);
    assertThat(world.write(1, 10, 3, "But it is good").problem).as("stays one's own").isEmpty();
    assertThat(world.store.find(before.id).get().verified).as("nothing went back").isTrue();
    AskObjection why =
        world.engine.asks().objection(order, ADA, "ask", world.clock.instant()).get();
    assertThat(why.reason).isEqualTo(AskObjection.Reason.NOTHING_TO_ASK);
    assertThat(why.detail).contains("REVIEWED", "REFUNDED");
  }

  private List<ReviewLine.Status> statuses() {
    return world.engine.open().of(1).get().lines.stream().map(l -> l.status).toList();
  }

  private static Money euro(long minor) {
    return Money.ofMinor(minor, java.util.Currency.getInstance("EUR"));
  }

  private OrderEvent returned(long order) {
    return new OrderEvent(
        "k", order, OrderFact.LINES_RETURNED, "", EventSource.SERVICE, world.clock.instant());
  }
}
