package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.postpurchase.moment.Moment;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.AtAWord;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;

/** A restrained shop with one-step series that begin at a word, and people who agreed to mails. */
abstract class RestraintFixture {
  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  final KnownMembers members = new KnownMembers();
  SeriesWorld world;
  private int moments;

  CoreDatabase database() {
    return Databases.hsqldb();
  }

  @BeforeEach
  void open_the_restrained_shop() {
    members.restrained = true;
    members.bringing(new AtAWord("LOW"), new AtAWord("HIGH"), new AtAWord("ORDER_MAIL"));
    world = new SeriesWorld(database(), members).fresh();
    world.database.jdbc.update("delete from PP_CHANNEL_PACE");
    world.clock.set(START);
    world
        .templates
        .with("low", "low", "Low")
        .with("high", "high", "High")
        .with("own", "own", "Own");
    activate(1, "LOW", 10, Purpose.MARKETING, 48);
    activate(2, "HIGH", 90, Purpose.MARKETING, 48);
    activate(3, "ORDER_MAIL", 50, Purpose.TRANSACTIONAL, 48);
  }

  void activate(long id, String trigger, int priority, Purpose purpose, int validHours) {
    String template = trigger.equals("ORDER_MAIL") ? "own" : trigger.toLowerCase(Locale.ROOT);
    world.activate(
        id,
        SeriesWorld.series(
            trigger,
            ReEntry.EACH_ORDER,
            priority,
            new Step.Builder("only")
                .at(1, trigger)
                .delay(Anchor.HAPPENED, 0, 0)
                .validHours(validHours)
                .sends(purpose, "EMAIL", template)
                .build()));
  }

  /** Somebody with an account who agreed to be written to. */
  void join(long customer) {
    members.with(customer, address(customer));
    world.consents.confirmed(address(customer), "Yes", "en");
  }

  static String address(long customer) {
    return "p" + customer + "@example.com";
  }

  void happen(String trigger, long customer) {
    Moment moment =
        Moment.ofCustomer(trigger, customer).happened("m" + ++moments, world.clock.instant());
    world.database.transactions.run(() -> world.engine.moments().report(moment));
  }

  /** Verdicts about a person in their order, as {@code HIGH SEND DUE}. */
  List<String> verdicts(long customer) {
    List<String> newestFirst =
        world.database.decisions().list(null, address(customer), 100, 0).stream()
            .map(d -> d.touch + " " + d.verdict + " " + d.reason)
            .collect(Collectors.toList());
    java.util.Collections.reverse(newestFirst);
    return newestFirst;
  }

  void pass(int hours) {
    world.pass(Duration.ofHours(hours));
  }
}
