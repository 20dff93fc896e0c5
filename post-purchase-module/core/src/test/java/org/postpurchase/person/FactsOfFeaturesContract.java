package org.postpurchase.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
