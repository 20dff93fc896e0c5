package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Trigger;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.segment.SegmentTrigger;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;

/** Somebody goes out of the segment while its series is under way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeftTheSegmentTest {
  private static final String ADA = "ada@example.com";

  private final Set<Long> vips = new HashSet<>();
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    SegmentMembership membership =
        (key, people) ->
            people.stream()
                .filter(person -> key.equals("vip") && vips.contains(person.customerId))
                .collect(Collectors.toSet());
    KnownMembers members = new KnownMembers().with(1, ADA);
    members.segments = membership;
    members.bringing(SegmentTrigger.both(membership).toArray(new Trigger[0]));
    world = new SeriesWorld(Databases.hsqldb(), members).fresh();
    world.templates.with("one", "First", "First").with("two", "Second", "Second");
    world.consents.confirmed(ADA, "Yes", "en");
    world.activate(
        1,
        SeriesWorld.series(
            SegmentMembership.JOINED,
            ReEntry.EACH_ORDER,
            10,
            step("one", 1, 0),
            step("two", 2, 2)));
    vips.add(1L);
    Moment joined =
        Moment.ofCustomer(SegmentMembership.JOINED, 1)
            .values(MomentValues.none().text(SegmentMembership.SEGMENT, "vip"))
            .happened("j1", world.clock.instant());
    world.database.transactions.run(() -> world.engine.moments().report(joined));
    world.run();
    assertThat(world.mails.subjects()).containsExactly("First");
  }

  private static Step step(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.HAPPENED, days, 0)
        .sends(Purpose.MARKETING, "EMAIL", key)
        .build();
  }

  @Test
  void whoever_has_gone_out_hears_nothing_more_and_the_reason_is_told() {
    vips.remove(1L);
    world.pass(Duration.ofDays(3));

    assertThat(world.mails.subjects()).containsExactly("First");
    assertThat(world.database.decisions().list(Verdict.SKIP, ADA, 5, 0))
        .extracting(d -> d.touch + " " + d.reason)
        .containsExactly("two NO_LONGER_TRUE");
  }

  @Test
  void whoever_is_back_when_the_step_is_due_gets_it() {
    vips.remove(1L);
    world.pass(Duration.ofDays(1));
    vips.add(1L);
    world.pass(Duration.ofDays(2));

    assertThat(world.mails.subjects()).containsExactly("First", "Second");
  }
}
