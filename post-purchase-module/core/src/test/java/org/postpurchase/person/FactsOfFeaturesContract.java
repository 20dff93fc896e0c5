package org.postpurchase.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.ShippedSegments;
import org.postpurchase.shared.DueWork;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.WatchedDataSource;

/** What other features know of people reaches their facts and segments. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class FactsOfFeaturesContract {
  private static final PersonRef ADA = PersonRef.ofCustomer(1);
  private static final PersonRef BEN = PersonRef.ofMailbox("Ben@Example.com");
  private PeopleWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void open() {
    world = new PeopleWorld(shared());
  }

  private static Instant day(int n) {
    return PeopleWorld.START.plus(Duration.ofDays(n));
  }

  /** Promoters fill in the transaction of the answer; what is no such question is not counted. */
  @Test
  void a_score_is_in_the_facts_when_the_answer_commits_and_the_proof_counts_it() {
    world.shop.account(1, "ada@example.com", day(-400));
    PaperScores scores = new PaperScores(world);
    world
        .segments
        .save()
        .add(
            "Promoters",
            true,
            "{\"all\":[{\"field\":\"LAST_SCORE\",\"is\":\"AT_LEAST\",\"value\":\"9\"}]}",
            "");
    world.collected();
    scores.given(BEN.mailbox, 0, scores.nps, 10);
    assertThat(world.isMember("promoters", BEN)).isTrue();
    assertThat(world.row(BEN)).containsEntry("LAST_SCORE", "10");
    scores.given(BEN.mailbox, 0, scores.csat, 5);
    assertThat(world.row(BEN)).as("another kind of question").containsEntry("LAST_SCORE", "10");
    scores.given(BEN.mailbox, 0, scores.second, 3);
    assertThat(world.row(BEN)).containsEntry("LAST_SCORE", "3");
    assertThat(world.isMember("promoters", BEN)).isFalse();
    scores.given("other@example.com", 1, scores.nps, 9);
    assertThat(world.isMember("promoters", ADA)).as("by the account").isTrue();
    assertThat(world.isMember("promoters", PersonRef.ofMailbox("other@example.com"))).isFalse();

    scores.written(BEN.mailbox, 0, scores.nps, 9); // by another version of the plugin
    List<Long> all = world.people.store().after(0, 10);
    assertThat(world.people.proof().prove(all, world.clock.instant())).isEqualTo(1);
    assertThat(world.isMember("promoters", BEN)).isTrue();
    assertThat(world.db.jdbc.queryForObject("select FIELD from PP_PERSON_DIFFERENCE", String.class))
        .isEqualTo("LAST_SCORE");
  }

  /** What is looked at becomes a fact of whoever agreed, in visits, and goes again. */
  @Test
  void looks_are_facts_while_they_are_kept_and_visits_are_counted_on_every_database() {
    world.shop.account(1, "ada@example.com", day(-400));
    world.shop.order(10, 0, "ben@example.com", day(-100));
    world.segments.save().add("Tea", true, seen("SEEN_CATEGORY", "10"), "");
    world.segments.save().add("This tea", true, seen("SEEN_PRODUCT", "100"), "");
    world
        .segments
        .save()
        .add(
            "Lately",
            true,
            "{\"all\":[{\"field\":\"LAST_SEEN\",\"is\":\"DAYS_AGO_AT_MOST\",\"value\":\"7\"}]}",
            "");
    world.collected();
    assertThat(world.isMember("tea", BEN)).isFalse();
    Instant now = world.clock.instant();
    look("ada@example.com", 100, now);
    look("ben@example.com", 101, now);
    look("ben@example.com", 101, now.plus(Duration.ofMinutes(10)));
    look("ben@example.com", 101, now.plus(Duration.ofMinutes(41)));
    look("ben@example.com", 101, now.plus(Duration.ofMinutes(5))); // late, by another node
    assertThat(
            world.looks.lastSeen(now.minusMillis(1), now.plus(Duration.ofDays(1)), 2, 9).stream()
                .map(look -> look.mailbox + " " + look.productId + " " + look.lastAt))
        .containsExactly("ben@example.com 101 " + now.plus(Duration.ofMinutes(41)));
    assertThat(world.looks.firstSeen(now, 2)).contains(now.plus(Duration.ofMinutes(41)));
    world.clock.advance(Duration.ofHours(1));
    world.runWork();
    assertThat(world.isMember("tea", BEN)).isTrue();
    assertThat(world.isMember("tea", ADA)).as("by the account's mailbox").isTrue();
    assertThat(world.isMember("this-tea", ADA)).isTrue();
    assertThat(world.isMember("this-tea", BEN)).isFalse();
    assertThat(world.isMember("lately", BEN)).isTrue();
    assertThat(world.row(BEN))
        .containsEntry("LAST_SEEN_AT", now.plus(Duration.ofMinutes(41)).toString());
    List<Long> all = world.people.store().after(0, 10);
    assertThat(world.people.proof().prove(all, world.clock.instant())).isZero();
    world.clock.advance(Duration.ofDays(8));
    world.runWork();
    assertThat(world.isMember("lately", BEN)).as("by time alone").isFalse();
    assertThat(world.looks.forgetBefore(now.plus(Duration.ofMinutes(20)), 9))
        .containsExactly("ada@example.com");
    world.db.transactions.run(
        () -> world.people.refresh().people(List.of(PersonRef.ofMailbox("ada@example.com"))));
    assertThat(world.isMember("this-tea", ADA)).isFalse();
    assertThat(world.isMember("tea", BEN)).isTrue();
  }

  /** The shipped one about a category that the merchant chooses. */
  @Test
  void whoever_bought_and_kept_or_looked_at_a_category_is_interested_in_it() {
    world.shop.order(12, 0, "ben@example.com", day(-100)); // of category 10
    world.shop.order(13, 0, "eve@example.com", day(-100)); // of category 11
    world.shop.account(1, "ada@example.com", day(-400));
    String tea = ConditionText.write(ShippedSegments.interestedIn(10));
    world.segments.save().add("Tea", true, tea, ShippedSegments.INTERESTED);
    world.collected();
    PersonRef eve = PersonRef.ofMailbox("eve@example.com");
    assertThat(world.isMember(ShippedSegments.INTERESTED, BEN)).isTrue();
    assertThat(world.isMember(ShippedSegments.INTERESTED, eve)).isFalse();
    assertThat(world.isMember(ShippedSegments.INTERESTED, ADA)).isFalse();
    look("ada@example.com", 100, world.clock.instant());
    world.shop.orders.get(12L).returned = 1; // all of it
    world.happened(12L);
    world.clock.advance(Duration.ofHours(1));
    world.runWork();
    assertThat(world.isMember(ShippedSegments.INTERESTED, ADA)).isTrue();
    assertThat(world.isMember(ShippedSegments.INTERESTED, BEN)).as("sent back").isFalse();
  }

  private static String seen(String field, String goods) {
    return "{\"all\":[{\"field\":\"" + field + "\",\"is\":\"SEEN\",\"value\":\"" + goods + "\"}]}";
  }

  private void look(String mailbox, long product, Instant at) {
    world.db.transactions.run(
        () -> world.looks.saw(mailbox, 0, product, Set.of(10L), at, Duration.ofMinutes(30)));
  }

  @Test
  void what_other_features_write_is_followed_and_an_idle_shop_is_asked_little() {
    WatchedDataSource watched = new WatchedDataSource(shared().dataSource);
    world = new PeopleWorld(shared().through(watched.dataSource()));
    ShippedSegments.all("EUR")
        .forEach((key, c) -> world.segments.save().add(key, true, ConditionText.write(c), key));
    world.shop.order(10, 0, "ben@example.com", day(-100));
    world.collected();
    PaperScores scores = new PaperScores(world);
    scores.written(BEN.mailbox, 0, scores.nps, 10);
    world.runWork();
    assertThat(world.isMember("promoters", BEN)).as("written by whoever").isTrue();

    world.clock.advance(Duration.ofMinutes(2));
    world.work().forEach(DueWork::runDue); // each remembers that there is nothing
    watched.seen.clear();
    int looks = 6; // more often than idle work looks
    for (int i = 0; i < looks; i++) {
      world.clock.advance(Duration.ofSeconds(10));
      world.work().stream().filter(each -> !each.isUpkeep()).forEach(DueWork::runDue);
    }
    assertThat(watched.seen.size()).as("%s", watched.seen).isLessThanOrEqualTo(18).isPositive();
  }
}
