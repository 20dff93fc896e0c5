package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;

/** A shop with one member, and what happens to her. */
abstract class MemberSeriesFixture {
  static final long ADA = 77;

  /** The end of April in Berlin: 2026-05-01 00:00 there. */
  static final Instant DAY = Instant.parse("2026-04-30T22:00:00Z");

  final KnownMembers members = new KnownMembers().with(ADA, "Ada@example.com");
  SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb(), members).fresh();
    world.templates.with("points", "${moment.points} points", "Until ${moment.until}");
    world.templates.with("tier", "You are ${moment.tier}", "Until ${moment.until}");
    world.templates.with("risk", "${moment.missing} for ${moment.tier}", "${moment.until}");
  }

  static Step.Builder before(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.DAY_AHEAD, days, 0)
        .validHours(72)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "points");
  }

  static SeriesDefinition notices() {
    return SeriesWorld.series(
        PointsExpiringTrigger.KEY,
        ReEntry.EACH_ORDER,
        1,
        before("first", 1, 30).build(),
        before("last", 2, 7).build());
  }

  Moment points(String key) {
    return Moment.ofCustomer(PointsExpiringTrigger.KEY, ADA)
        .day(DAY)
        .values(MomentValues.none().number("points", 1240).day("until", DAY.minusMillis(1)))
        .happened(key, world.clock.instant());
  }

  int report(Moment moment) {
    int entered = world.database.transactions.call(() -> world.engine.moments().report(moment));
    world.run();
    return entered;
  }

  void until(String moment) {
    world.pass(Duration.between(world.clock.instant(), Instant.parse(moment)));
  }

  List<String> verdicts() {
    return world.database.decisions().list(null, "ada@example.com", 50, 0).stream()
        .map(d -> d.stepKey + " " + d.verdict + " " + d.reason)
        .sorted()
        .collect(Collectors.toList());
  }
}
