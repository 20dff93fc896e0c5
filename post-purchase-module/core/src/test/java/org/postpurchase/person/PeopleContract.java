package org.postpurchase.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.segment.Condition;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;

/** Facts about people and who belongs to segments, from orders on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PeopleContract {
  private static final PersonRef ADA = PersonRef.ofCustomer(1);
  private static final PersonRef BEN = PersonRef.ofMailbox("Ben@Example.com");
  private PeopleWorld world;
  private PaperHistory paper;

  abstract CoreDatabase shared();

  @BeforeEach
  void open() {
    world = new PeopleWorld(shared());
    paper = new PaperHistory(world.shop);
  }

  private static Instant day(int n) {
    return PeopleWorld.START.plus(Duration.ofDays(n));
  }

  @Test
  void a_row_says_what_the_orders_say_and_nothing_is_not_zero() {
    world.shop.account(1, "ada@example.com", day(-400));
    world.collected();
    Map<String, String> never = world.row(ADA);
    assertThat(never)
        .containsEntry("ORDERS", "0")
        .containsEntry("LAST_ORDER_AT", "")
        .containsEntry("GAP_DAYS", "")
        .containsEntry("POINTS", "")
        .containsEntry("SALE_PERCENT", "");
    for (int i = 0; i < 4; i++) {
      ShopOnPaper.PaperOrder order =
          world.shop.order(10 + i, 1, "ada@example.com", day(-100 + 10 * i));
      order.units = 2;
      order.reduced = i == 0 ? 2 : 0;
    }
    world.happened(10L, 11L, 12L, 13L);
    world.shop.orders.get(11L).returned = 1;
    world.happened(11L);
    assertThat(world.row(ADA))
        .containsEntry("ORDERS", "4")
        .containsEntry("GAP_DAYS", "10")
        .containsEntry("FIRST_ORDER_AT", day(-100).toString())
        .containsEntry("NEXT_ORDER_AT", day(-60).toString())
        .containsEntry("UNITS", "8")
        .containsEntry("RETURNED_UNITS", "1")
        .containsEntry("RETURNED_ORDERS", "1")
        .containsEntry("SALE_PERCENT", "25")
        .containsEntry("SPEND EUR", "7000 in 4");
    world.shop.orders.get(13L).cancelled = true;
    world.happened(13L);
    assertThat(world.row(ADA)).containsEntry("ORDERS", "3").containsEntry("SPEND EUR", "5000 in 3");
  }

  @Test
  void what_a_guest_has_bought_is_the_customers_once_there_is_an_account() {
    world.collected();
    world.shop.order(10, 0, "ben@example.com", day(-5));
    world.happened(10L);
    assertThat(world.row(BEN)).containsEntry("ORDERS", "1");
    world.shop.account(7, "BEN@example.com", day(0));
    world.shop.order(11, 7, "ben@example.com", day(0));
    world.happened(11L);
    assertThat(world.row(PersonRef.ofCustomer(7))).containsEntry("ORDERS", "2");
    assertThat(world.row(BEN)).containsEntry("ORDERS", "2");
    assertThat(world.db.count("PP_PERSON")).isEqualTo(1);
    world.shop.order(12, 0, "ben@example.com", day(1));
    world.happened(12L);
    assertThat(world.row(PersonRef.ofCustomer(7))).containsEntry("ORDERS", "3");
  }

  @Test
  void who_bought_a_product_when_is_read_by_people_without_what_was_sent_back() {
    world.shop.account(1, "ada@example.com", day(-400));
    for (int i = 0; i < 3; i++) {
      ShopOnPaper.PaperOrder order =
          world.shop.order(10 + i, 1, "ada@example.com", day(-90 + 30 * i));
      order.product = 4711;
      order.returned = i == 1 ? order.units : 0;
    }
    world.shop.order(20, 0, "ben@example.com", day(-5)).product = 4711;
    world.collected();
    assertThat(OccasionJdbcModule.repeats(world.db.jdbc).of(4711).values())
        .as("in any order, without whoever has bought it once")
        .extracting(HashSet::new)
        .containsExactly(new HashSet<>(List.of(day(-90), day(-30))));
    assertThat(OccasionJdbcModule.repeats(world.db.jdbc).of(4712)).isEmpty();
  }

  /** Whatever happens in which sequence and in which batches leaves what a fresh count gives. */
  @Test
  void any_sequence_of_facts_gives_the_row_that_counting_anew_gives() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int n = 1; n <= 4; n++) {
      world.shop.account(n, "c" + n + "@example.com", day(-500));
    }
    world.collected();
    for (int step = 0; step < 60; step++) {
      List<Long> touched = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        touched.add(paper.change(random));
      }
      Collections.shuffle(touched, random);
      world.happened(touched.toArray(new Long[0]));
    }
    world.shop.account(5, "g1@example.com", day(0));
    world.db.transactions.run(
        () -> world.people.refresh().people(Collections.singleton(PersonRef.ofCustomer(5))));
    for (Long id : world.people.store().after(0, 100)) {
      PersonRef ref = world.people.store().refs(Collections.singleton(id)).get(id);
      assertThat(world.people.store().rowOf(id))
          .as("%s, seed %s", ref, seed)
          .containsAllEntriesOf(paper.naively(ref));
    }
    assertThat(
            world.people.proof().prove(world.people.store().after(0, 100), world.clock.instant()))
        .as("seed %s", seed)
        .isZero();
  }

  @Test
  void the_proof_names_what_somebody_has_changed_by_hand_and_puts_it_right() {
    world.collected();
    world.shop.order(10, 0, "ben@example.com", day(-5));
    world.happened(10L);
    world.db.jdbc.update("update PP_PERSON set ORDERS = 9");
    world.db.jdbc.update("update PP_PERSON_SPEND set NET_MINOR = 1");
    List<Long> all = world.people.store().after(0, 10);
    assertThat(world.people.proof().prove(all, world.clock.instant())).isEqualTo(1);
    assertThat(
            world.db.jdbc.queryForList(
                "select FIELD from PP_PERSON_DIFFERENCE order by DIFFERENCE_ID", String.class))
        .containsExactly("ORDERS", "SPEND EUR");
    assertThat(world.row(BEN)).containsEntry("ORDERS", "1").containsEntry("SPEND EUR", "1000 in 1");
    assertThat(world.people.proof().prove(all, world.clock.instant())).isZero();
  }

  @Test
  void the_first_collection_goes_on_where_it_was_cut_off_and_reports_nothing() {
    world.shop.account(1, "ada@example.com", day(-400));
    for (int i = 0; i < 1_200; i++) {
      world.shop.order(1 + i, 0, "g" + i % 300 + "@example.com", day(-i % 50));
    }
    world
        .segments
        .save()
        .add(
            "All",
            true,
            "{\"all\":[{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"1\"}]}",
            "");
    world.runWork();
    assertThat(world.db.count("PP_PERSON_BUY")).isEqualTo(1_200);
    assertThat(world.db.count("PP_PERSON")).isEqualTo(301);
    assertThat(world.isMember("all", PersonRef.ofMailbox("G7@example.com"))).isTrue();
    assertThat(world.isMember("all", ADA)).isFalse();
    assertThat(world.reported).isEmpty();
    assertThat(world.people.progressPercent()).isEqualTo(100);
  }

  @Test
  void people_join_and_leave_by_events_and_by_time_and_series_hear_of_it() {
    world
        .segments
        .save()
        .add(
            "Lapsed",
            true,
            "{\"all\":[{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"2\"},{\"field\":\"LAST_ORDER\",\"is\":\"DAYS_AGO_AT_LEAST\",\"value\":\"180\"}]}",
            "");
    world.shop.order(10, 0, "ben@example.com", day(-100));
    world.collected();
    world.shop.order(11, 0, "ben@example.com", day(-10));
    world.happened(11L);
    assertThat(world.isMember("lapsed", BEN)).isFalse();
    assertThat(world.nextDueAt()).contains(day(170));
    world.clock.set(day(170).minusMillis(1));
    world.runWork();
    assertThat(world.isMember("lapsed", BEN)).isFalse();
    world.clock.set(day(170));
    world.runWork();
    assertThat(world.isMember("lapsed", BEN)).isTrue();
    assertThat(world.nextDueAt()).isEmpty();
    world.shop.order(12, 0, "ben@example.com", day(171));
    world.happened(12L);
    assertThat(world.isMember("lapsed", BEN)).isFalse();
    assertThat(world.reported)
        .extracting(m -> m.trigger)
        .containsExactly(SegmentMembership.JOINED, SegmentMembership.LEFT);
    assertThat(world.reported.get(0).contact).isEqualTo("ben@example.com");
    assertThat(world.reported.get(0).values.kept()).contains("segment=t:lapsed");
  }

  /** The statement over everybody and the judgement of one person mean the same. */
  @Test
  void a_build_and_the_judgement_of_each_person_agree_on_random_conditions() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int n = 1; n <= 10; n++) {
      world.shop.account(n, "c" + n + "@example.com", day(-random.nextInt(500)));
    }
    for (int i = 1; i <= 60; i++) {
      paper.change(random);
    }
    for (int i = 0; i < 30; i++) {
      world.looks.saw(
          (random.nextBoolean() ? "c" : "g") + (1 + random.nextInt(5)) + "@example.com",
          0,
          100 + random.nextInt(6),
          Collections.singleton(10L + random.nextInt(4)),
          day(-random.nextInt(30)),
          Duration.ofMinutes(30));
    }
    world.collected();
    RandomConditions conditions = new RandomConditions(random);
    for (int i = 0; i < 150; i++) {
      Condition condition = conditions.next(4);
      String text = ConditionText.write(condition);
      assertThat(ConditionText.write(ConditionText.read(text))).isEqualTo(text);
      List<Person> people =
          world
              .people
              .refresh()
              .read(new java.util.TreeSet<>(world.people.store().after(0, 1_000)));
      long expected =
          people.stream().filter(p -> condition.holds(p, world.clock.instant())).count();
      assertThat(world.segments.store().count(condition, world.clock.instant()))
          .as("%s, seed %s", text, seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void a_saved_change_is_built_anew_and_readers_see_one_or_the_other() {
    world.shop.order(10, 0, "ben@example.com", day(-100));
    Segment made =
        world
            .segments
            .save()
            .add(
                "Two orders",
                true,
                "{\"all\":[{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"2\"}]}",
                "");
    world.runWork();
    assertThat(world.isMember("two-orders", BEN)).isFalse();
    world
        .segments
        .save()
        .save(
            made.id,
            made.edition,
            "One order",
            true,
            "{\"all\":[{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"1\"}]}");
    assertThat(world.isMember("two-orders", BEN)).as("the old members until then").isFalse();
    world.runWork();
    assertThat(world.isMember("two-orders", BEN)).isTrue();
    assertThat(world.db.count("PP_SEGMENT_MEMBER")).isEqualTo(1);
    Segment built = world.segments.store().find(made.id).get();
    assertThat(built.build.size).isEqualTo(1);
    assertThat(world.segments.explain().of(built, BEN).get().lines).hasSize(2);
    assertThat(world.segments.explain().of(built, BEN).get().since).contains(PeopleWorld.START);
    assertThat(world.segments.save().remove(built.id, made.edition)).isFalse();
    assertThat(world.segments.save().remove(built.id, built.edition)).isTrue();
    assertThat(world.db.count("PP_SEGMENT_MEMBER")).isZero();
  }
}
