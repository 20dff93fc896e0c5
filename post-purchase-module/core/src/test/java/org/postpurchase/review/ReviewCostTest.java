package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.review.jdbc.ReviewJdbcModule;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.WatchedDataSource;

/** How many statements reading takes: the same for few and for many. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewCostTest {
  private final WatchedDataSource watched = new WatchedDataSource(Databases.hsqldb().dataSource);
  private ReviewWorld world;
  private long lastOrder = 1000;

  @BeforeEach
  void empty() {
    world = new ReviewWorld(Databases.hsqldb().through(watched.dataSource()));
    world.publishing(Publishing.ALL_AT_ONCE);
  }

  @Test
  void a_product_block_takes_three_statements_whatever_is_in_it() {
    world.database.jdbc.update("update PP_REVIEW_SETTINGS set ACTIVE = true");
    settingsRow();
    assertThat(block(501)).as("of a product without reviews").isEqualTo(1);
    for (int i = 0; i < 12; i++) {
      world.arrives(world.order(100 + i, "p" + i + "@example.com", 501));
      Photo photo =
          new Photo((i + "a").repeat(40).substring(0, 64), 8, 8, new byte[1], new byte[1]);
      Review review =
          world
              .engine
              .write()
              .write(
                  100 + i,
                  new ReviewDraft(1000 + 10 * i, 1 + i % 5, "v", "Ada", Locale.ENGLISH)
                      .photos(List.of(photo), java.util.Set.of()))
              .review
              .get();
      world.engine.check().publish(review.id, review.edition, "eve");
      world.engine.check().reply(review.id, "Thank you", "eve");
    }
    assertThat(block(501)).isEqualTo(3);
  }

  @Test
  void requests_about_many_orders_read_what_those_about_few_do() {
    int few = decide(orders(2));
    int many = decide(orders(40));
    assertThat(many).isEqualTo(few).isLessThanOrEqualTo(7);
  }

  @Test
  void order_facts_about_orders_without_reviews_take_one_statement_for_all() {
    List<OrderEvent> events = new ArrayList<>();
    for (OrderSnapshot order : orders(30)) {
      events.add(
          new OrderEvent(
              "k" + order.orderId,
              order.orderId,
              OrderFact.LINES_RETURNED,
              "",
              EventSource.SERVICE,
              world.clock.instant()));
    }
    watched.seen.clear();
    world.engine.handler().handle(events);
    assertThat(watched.seen).hasSize(1);
    events.forEach(e -> world.write(e.orderId, e.orderId * 10, 4, ""));
    watched.seen.clear();
    world.engine.handler().handle(events);
    assertThat(watched.seen).as("of marks that stay").hasSize(2);
    events.forEach(e -> world.comesBack(e.orderId * 10));
    world.engine.handler().handle(events);
    assertThat(world.summary(501).verified).isZero();
    assertThat(world.summary(501)).isEqualTo(world.recount(501));
  }

  private List<OrderSnapshot> orders(int count) {
    List<OrderSnapshot> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long id = world.order(++lastOrder, "p" + i + "@example.com", 501, 502);
      world.arrives(id);
      all.add(world.orders.find(id).get());
    }
    return all;
  }

  /** Judges, notes and shows each of them, as a batch of steps does. */
  private int decide(List<OrderSnapshot> orders) {
    Instant now = world.clock.instant().plus(Duration.ofDays(11));
    watched.seen.clear();
    OrderAsks asks = world.engine.asks().knowing(orders, now);
    for (OrderSnapshot order : orders) {
      String contact = EmailAddress.stored(order.email).key();
      assertThat(asks.objection(order, contact, "ask", now)).isEmpty();
      asks.record(order, contact, "ask", now);
      assertThat(asks.shown(order, contact, "ask", Locale.ENGLISH, now).lines).hasSize(2);
    }
    int reads = watched.seen.size();
    asks.write();
    assertThat(world.database.count("PP_ASK")).isEqualTo(2 * orders.size());
    world.database.jdbc.update("delete from PP_ASK");
    return reads;
  }

  private int block(long product) {
    CoreDatabase database = world.database;
    ShowReviews show =
        new ShowReviews(ReviewJdbcModule.views(database.jdbc), world.photos, database.transactions);
    watched.seen.clear();
    assertThat(show.page(ReviewQuery.of(product))).isPresent();
    return watched.seen.size();
  }

  private void settingsRow() {
    world.database.jdbc.update("delete from PP_REVIEW_SETTINGS");
    world.database.jdbc.update(
        "insert into PP_REVIEW_SETTINGS (SETTINGS_ID, ACTIVE, PUBLISHING, ASK_DAYS, LINES_MOST,"
            + " AGAIN_MONTHS, ASKS_MOST, ASKS_DAYS, PHOTOS, MARKUP, EDITION) values (1, true,"
            + " 'AFTER_CHECK', 10, 3, 12, 2, 30, true, true, 1)");
  }
}
