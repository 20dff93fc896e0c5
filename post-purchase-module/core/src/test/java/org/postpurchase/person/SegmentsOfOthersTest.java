package org.postpurchase.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.segment.Segment;
import org.postpurchase.testkit.Databases;

/** What users of other products have reported about their segments, tried here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentsOfOthersTest {
  private static final PersonRef ADA = PersonRef.ofMailbox("ada@example.com");
  private static final PersonRef BEN = PersonRef.ofCustomer(2);
  private final PeopleWorld world = new PeopleWorld(Databases.hsqldb());

  /** Ada has ordered once; Ben has an account and has never ordered anything. */
  @BeforeEach
  void two_people() {
    world.shop.order(10, 0, "ada@example.com", day(-20));
    world.shop.account(2, "ben@example.com", day(-30));
    world.collected();
  }

  private static Instant day(int n) {
    return PeopleWorld.START.plus(Duration.ofDays(n));
  }

  private static String leaf(String field, String is, String value) {
    return "{\"field\":\"" + field + "\",\"is\":\"" + is + "\",\"value\":\"" + value + "\"}";
  }

  private Segment segment(String conditions) {
    Segment made = world.segments.save().add("Some people", true, conditions, "");
    world.runWork();
    return made;
  }

  private void change(Segment before, String conditions) {
    Segment now = world.segments.store().find(before.id).get();
    world.segments.save().save(now.id, now.edition, "Some people", true, conditions);
    world.runWork();
  }

  private boolean has(PersonRef person) {
    return world.isMember("some-people", person);
  }

  /** mautic 4095, 7679: whoever fits no more stayed in. */
  @Test
  void a_changed_condition_takes_out_whoever_fits_no_more() {
    Segment made = segment(leaf("ORDERS", "AT_LEAST", "1"));
    assertThat(has(ADA)).isTrue();
    change(made, leaf("ORDERS", "EQUAL", "0"));
    assertThat(has(ADA)).isFalse();
    assertThat(has(BEN)).isTrue();
  }

  /** oroinc/platform 931 and 712, mautic 11482: "not that one" left out whoever has none. */
  @Test
  void everybody_but_those_includes_people_of_whom_nothing_is_known() {
    Segment made = segment("{\"not\":" + leaf("COUNTRY", "IS", "DE") + "}");
    assertThat(has(BEN)).as("no country is known of him").isTrue();
    change(made, "{\"not\":" + leaf("LAST_ORDER", "DAYS_AGO_AT_MOST", "365") + "}");
    assertThat(has(ADA)).isFalse();
    assertThat(has(BEN)).as("has never ordered").isTrue();
    change(made, leaf("CATEGORY", "NOT_BOUGHT", "11"));
    assertThat(has(BEN)).isTrue();
  }

  /** mautic 4970: a date that is greater than another one held for people without a date. */
  @Test
  void what_is_not_known_is_neither_long_ago_nor_lately() {
    Segment made = segment(leaf("LAST_ORDER", "DAYS_AGO_AT_LEAST", "0"));
    assertThat(has(ADA)).isTrue();
    assertThat(has(BEN)).isFalse();
    change(made, leaf("LAST_ORDER", "DAYS_AGO_AT_MOST", "3650"));
    assertThat(has(BEN)).isFalse();
  }

  /** mautic 8652: "ago" was rounded to midnight of another zone. */
  @Test
  void ago_is_counted_to_the_millisecond_and_not_to_midnight() {
    segment(leaf("LAST_ORDER", "DAYS_AGO_AT_LEAST", "30"));
    world.clock.set(day(10).minusMillis(1));
    world.runWork();
    assertThat(has(ADA)).isFalse();
    world.clock.set(day(10));
    world.runWork();
    assertThat(has(ADA)).isTrue();
  }

  /** mautic 3790: a segment that leaves others out did not hear of those who came to fit later. */
  @Test
  void whoever_comes_to_be_left_out_by_an_order_goes_at_once() {
    segment("{\"not\":" + leaf("ORDERS", "AT_LEAST", "2") + "}");
    assertThat(has(ADA)).isTrue();
    world.shop.order(11, 0, "ada@example.com", day(0));
    world.happened(11L);
    assertThat(has(ADA)).isFalse();
  }

  /** mautic 8113, 10648: what one event costs grew with the number of people. */
  @Test
  void an_event_reads_its_person_and_nobody_else() {
    segment(leaf("ORDERS", "AT_LEAST", "1"));
    for (long id = 100; id < 400; id++) {
      world.shop.order(id, 0, "p" + id + "@example.com", day(-1));
      if (id % 100 == 99) {
        world.happened(ids(id - 99, id));
      }
    }
    int before = world.shop.reads();
    world.shop.order(12, 0, "ada@example.com", day(0));
    world.happened(12L);
    assertThat(world.shop.reads() - before).isLessThanOrEqualTo(3);
    assertThat(world.people.store().after(0, 1_000)).hasSize(302);
  }

  private static Long[] ids(long from, long to) {
    TreeSet<Long> ids = new TreeSet<>();
    for (long id = from; id <= to; id++) {
      ids.add(id);
    }
    return ids.toArray(new Long[0]);
  }
}
