package org.postpurchase.splittest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.series.CompareWordings.Refusal;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.WatchedDataSource;

/** Which wording people get from a series, what counts, and what a winner changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SplitTestContract {
  private SplitShop shop;

  abstract CoreDatabase shared();

  @BeforeEach
  void open_the_shop() {
    shop = new SplitShop(shared()).fresh();
  }

  @AfterEach
  void clear() {
    if (shop != null) {
      shop.clear();
    }
  }

  @Test
  void each_person_gets_one_of_the_wordings_as_it_was_when_the_test_began() {
    shop.begin(Goal.ORDERED, "other", "third");
    shop.world.templates.with("other", "Changed", "Not what is compared");
    for (int i = 1; i <= 90; i++) {
      shop.buy(i, "p" + i + "@example.com");
    }
    shop.world.pass(Duration.ofDays(2));

    Map<String, Long> sent =
        shop
            .database
            .jdbc
            .queryForList(
                "select TEMPLATE_KEY from PP_MESSAGE where STEP_KEY = 'how-to' and STATE = 'SENT'"
                    + " and TEMPLATE_VERSION = 1",
                String.class)
            .stream()
            .collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.counting()));
    assertThat(sent.keySet()).containsExactly("how-to", "other", "third");
    assertThat(sent.values().stream().mapToLong(n -> n).sum()).isEqualTo(90);
    assertThat(sent.values()).allMatch(n -> n >= 15);
    assertThat(shop.noted()).containsExactlyElementsOf(sent.values());
    assertThat(shop.world.mails.taken).noneMatch(mail -> mail.content.subject.equals("Changed"));
  }

  @Test
  void whoever_comes_again_gets_the_same_wording_and_is_counted_once() {
    shop.begin(Goal.ORDERED, "other");
    for (int round = 0; round < 3; round++) {
      for (int i = 1; i <= 20; i++) {
        shop.buy(round * 100 + i, "p" + i + "@example.com");
      }
      shop.world.pass(Duration.ofDays(9));
    }

    List<Map<String, Object>> rows =
        shop.database.jdbc.queryForList(
            "select CONTACT, count(*) as N, count(distinct TEMPLATE_KEY) as KEYS_SEEN from"
                + " PP_MESSAGE where STEP_KEY = 'how-to' group by CONTACT");
    assertThat(rows)
        .hasSize(20)
        .allSatisfy(
            row -> {
              assertThat(((Number) row.get("N")).intValue()).isEqualTo(3);
              assertThat(((Number) row.get("KEYS_SEEN")).intValue()).isEqualTo(1);
            });
    assertThat(shop.noted().stream().mapToLong(n -> n).sum()).isEqualTo(20);
    Instant first =
        shop.database.jdbc.queryForObject(
            "select max(SINCE) as SINCE from PP_SPLIT_PERSON",
            (row, n) -> Utc.instant(row, "SINCE"));
    assertThat(first)
        .as("stays as first noted")
        .isBefore(shop.world.clock.instant().minus(Duration.ofDays(20)));
  }

  @Test
  void orders_count_for_thirty_days_and_people_once_theirs_are_over() {
    shop.begin(Goal.ORDERED, "other");
    shop.buy(1, "ada@example.com");
    shop.buy(2, "bo@example.com");
    shop.world.pass(Duration.ofDays(1));
    Instant written = shop.since("ada@example.com");
    placed(11, "ada@example.com", written);
    placed(12, "ada@example.com", written.plusSeconds(1));
    placed(13, "ada@example.com", written.plus(Goal.ORDERED.window).minusSeconds(1));
    placed(13, "ada@example.com", written.plus(Goal.ORDERED.window).minusSeconds(1));
    placed(14, "ada@example.com", written.plus(Goal.ORDERED.window));
    placed(15, "zoe@example.com", written.plusSeconds(1));
    assertThat(
            shop.database.jdbc.queryForList(
                "select ORDER_ID from PP_SPLIT_ORDER order by ORDER_ID", Long.class))
        .containsExactly(12L, 13L);

    assertThat(shop.result().waiting()).isEqualTo(2);
    assertThat(shop.people() + shop.hits()).isZero();
    shop.world.clock.advance(Goal.ORDERED.window.plusSeconds(1));
    assertThat(shop.people()).isEqualTo(2);
    assertThat(shop.hits()).as("a person, not two orders").isEqualTo(1);
    shop.cancelled.add(12L);
    assertThat(shop.hits()).isEqualTo(1);
    shop.cancelled.add(13L);
    assertThat(shop.hits()).isZero();
  }

  @Test
  void clicks_count_that_people_made_in_time_in_the_mail_of_the_test() {
    shop.world.node.clicks.switchTo(true);
    shop.begin(Goal.CLICKED, "other");
    for (int i = 1; i <= 5; i++) {
      shop.buy(i, "p" + i + "@example.com");
    }
    shop.world.pass(Duration.ofDays(1));
    Instant written = shop.since("p1@example.com");
    shop.click(1, "how-to", written.plusSeconds(60), "COUNTED");
    shop.click(1, "how-to", written.plusSeconds(90), "COUNTED");
    shop.click(2, "how-to", written.plusSeconds(60), "DOUBTFUL");
    shop.click(3, "thank-you", written.plusSeconds(60), "COUNTED");
    shop.click(4, "how-to", written.plus(Goal.CLICKED.window), "COUNTED");
    shop.world.clock.advance(Goal.CLICKED.window.plusSeconds(1));
    assertThat(shop.people()).isEqualTo(5);
    assertThat(shop.hits()).isEqualTo(1);
  }

  @Test
  void nobody_takes_part_any_more_once_the_text_of_the_step_is_another_one() {
    shop.begin(Goal.ORDERED, "other");
    shop.world.templates.with("how-to", "Better", "A newer text");
    shop.publish("how-to");
    for (int i = 1; i <= 30; i++) {
      shop.buy(i, "p" + i + "@example.com");
    }
    shop.world.pass(Duration.ofDays(2));

    assertThat(shop.templatesSent()).containsExactly("how-to");
    assertThat(shop.world.mails.taken.stream().filter(m -> m.content.subject.equals("Better")))
        .hasSize(30);
    assertThat(shop.noted()).isEmpty();
    assertThat(shop.rests()).isTrue();
  }

  @Test
  void nobody_takes_part_while_the_step_is_off_and_a_test_of_it_is_refused() {
    shop.begin(Goal.ORDERED, "other");
    shop.publishOff("how-to");
    assertThat(shop.rests()).isTrue();
    shop.buy(1, "p@example.com");
    shop.world.pass(Duration.ofDays(2));
    assertThat(shop.templatesSent()).isEmpty();
    assertThat(shop.noted()).isEmpty();
    assertThat(shop.refusal(Goal.ORDERED, "third")).isEqualTo(Refusal.Code.STEP_OFF);
    shop.publish("how-to");
    assertThat(shop.rests()).isFalse();
  }

  @Test
  void the_winner_is_sent_to_all_who_are_inside_until_a_newer_version_says_otherwise() {
    shop.begin(Goal.ORDERED, "other");
    assertThat(shop.end(2)).as("it has not won").isEmpty();
    shop.arms(600, 60, 600, 160);
    assertThat(shop.result().winner()).isEqualTo(2);
    assertThat(shop.end(1)).as("the other one has").isEmpty();
    assertThat(shop.end(2)).contains("other");
    assertThat(shop.end(2)).as("it is over").isEmpty();
    long before = shop.noted().stream().mapToLong(n -> n).sum();
    for (int i = 1; i <= 20; i++) {
      shop.buy(i, "p" + i + "@example.com");
    }
    shop.world.pass(Duration.ofDays(2));
    assertThat(shop.templatesSent()).containsExactly("other");
    assertThat(shop.noted().stream().mapToLong(n -> n).sum()).isEqualTo(before);

    shop.publish("third");
    shop.buy(31, "q@example.com");
    shop.publish("how-to");
    shop.buy(32, "r@example.com");
    shop.world.pass(Duration.ofDays(2));
    assertThat(shop.templatesSent()).as("back to the old text").contains("how-to", "third");
  }

  @Test
  void what_cannot_be_compared_is_refused_with_its_reason() {
    assertThat(shop.refusal(Goal.ORDERED)).isEqualTo(Refusal.Code.NUMBER);
    assertThat(shop.refusal(Goal.ORDERED, "other", "third", "how-to", "other"))
        .isEqualTo(Refusal.Code.NUMBER);
    assertThat(shop.refusal(Goal.ORDERED, "other", "other")).isEqualTo(Refusal.Code.TWICE);
    assertThat(shop.refusal(Goal.ORDERED, "how-to")).isEqualTo(Refusal.Code.TWICE);
    assertThat(shop.refusal(Goal.ORDERED, "nowhere")).isEqualTo(Refusal.Code.UNFIT);
    shop.world.templates.with("silent", "Hello", "${nothing.like.that}");
    assertThat(shop.refusal(Goal.ORDERED, "silent")).isEqualTo(Refusal.Code.UNFIT);
    assertThat(shop.refusal(Goal.CLICKED, "other")).isEqualTo(Refusal.Code.CLICKS);
    shop.inGerman("how-to");
    shop.publish("how-to");
    assertThat(shop.refusal(Goal.ORDERED, "other")).isEqualTo(Refusal.Code.LANGUAGE);
    shop.inGerman("other");
    shop.begin(Goal.ORDERED, "other");
    assertThat(shop.refusal(Goal.ORDERED, "third")).isEqualTo(Refusal.Code.LANGUAGE);
    shop.inGerman("third");
    assertThat(shop.refusal(Goal.ORDERED, "third")).isEqualTo(Refusal.Code.RUNS);
    assertThat(shop.database.count("PP_SPLIT_TEST")).isEqualTo(1);
  }

  @Test
  void many_people_take_no_more_statements_than_ten() {
    assumeTrue(
        shared().inserts.dialect() != SqlDialect.HSQLDB, "gets rows that may be there one by one");
    WatchedDataSource watched = new WatchedDataSource(shared().dataSource);
    SplitShop seen = new SplitShop(shared().through(watched.dataSource())).fresh();
    seen.begin(Goal.ORDERED, "other");
    int few = statements(seen, watched, 1, 10);
    int many = statements(seen, watched, 101, 100);
    assertThat(many).isEqualTo(few);
    assertThat(seen.noted().stream().mapToLong(n -> n).sum()).isEqualTo(110);
  }

  private static int statements(SplitShop seen, WatchedDataSource watched, int first, int people) {
    for (int i = first; i < first + people; i++) {
      seen.buy(i, "s" + i + "@example.com");
    }
    seen.world.clock.advance(Duration.ofDays(1));
    watched.seen.clear();
    assertThat(seen.world.engine.dueSteps().runDue()).isEqualTo(people);
    return watched.seen.size();
  }

  private void placed(long id, String mailbox, Instant at) {
    shop.database.jdbc.update("delete from PP_PERSON_ORDER where ORDER_ID = ?", id);
    shop.database.jdbc.update(
        "insert into PP_PERSON_ORDER (ORDER_ID, MAILBOX_KEY) values (?, ?)", id, mailbox);
    OrderEvent event =
        new OrderEvent("order:" + id, id, OrderFact.SUBMITTED, "", EventSource.HOST_STATUS, at);
    shop.database.transactions.run(() -> shop.count.handle(List.of(event)));
  }
}
