package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Step;
import org.postpurchase.series.Triggers;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;

/** The examples of the developers' guide, in a whole shop. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnTriggersTest {
  private static final EmailAddress BEN = EmailAddress.of("Ben@example.com");

  private final CoreDatabase database = Databases.hsqldb();
  private final Set<String> club = new HashSet<>();
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world =
        new SeriesWorld(
                database,
                new KnownMembers()
                    .bringing(new BigOrderTrigger(), new ClubJoinedTrigger(club::contains)))
            .fresh();
    world.templates.with("big", "Thanks for ${order.number}", "A big one");
    world.templates.with("club", "Hello ${customer.firstName}: ${moment.cups} cups", "Enjoy");
    world.activate(
        1,
        SeriesWorld.series(
            "ACME_BIG_ORDER", ReEntry.EACH_ORDER, 1, step("big", Anchor.SUBMITTED, 0)));
    world.activate(
        2,
        SeriesWorld.series(
            ClubJoinedTrigger.KEY,
            ReEntry.EACH_ORDER,
            1,
            step("club", Anchor.HAPPENED, 0),
            step("later", Anchor.HAPPENED, 3)));
  }

  private static Step step(String key, Anchor anchor, int days) {
    return new Step.Builder(key)
        .at(days + 1, key)
        .delay(anchor, days, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "later".equals(key) ? "club" : key)
        .build();
  }

  private Moment joined(EmailAddress who, String key) {
    return Moment.of(ClubJoinedTrigger.KEY, who)
        .reader("Ben", Locale.UK)
        .values(MomentValues.none().number("cups", 1200))
        .happened(key, world.clock.instant());
  }

  private int report(Moment... moments) {
    int entered = database.transactions.call(() -> world.engine.moments().report(List.of(moments)));
    world.run();
    return entered;
  }

  @Test
  void a_trigger_about_orders_takes_those_of_its_kind_and_says_why_not_the_others() {
    world.submit(order(1).in("EUR").priced(11, 1, 19_999), false);
    world.submit(order(2).in("EUR").priced(21, 1, 20_000), false);

    assertThat(world.verdicts(1)).containsExactly("series SKIP NOT_FOR_THIS_ORDER");
    assertThat(world.verdicts(2)).containsExactly("big SEND DUE");
  }

  @Test
  void a_guest_takes_part_in_what_is_about_persons() {
    club.add(BEN.key());
    assertThat(report(joined(BEN, "ben"), joined(BEN, "ben"))).isEqualTo(1);
    assertThat(report(joined(EmailAddress.of("ben@EXAMPLE.com"), "ben"))).isZero();

    assertThat(world.mails.subjects()).containsExactly("Hello Ben: 1,200 cups");
    assertThat(world.mails.taken.get(0).recipient.toString()).isEqualTo("Ben@example.com");
    assertThat(database.jdbc.queryForObject("select CUSTOMER_ID from PP_ENROLLMENT", Long.class))
        .isZero();
  }

  @Test
  void what_is_not_true_any_more_is_not_sent() {
    club.add(BEN.key());
    report(joined(BEN, "ben"));
    club.clear();
    world.pass(Duration.ofDays(4));

    assertThat(world.mails.taken).hasSize(1);
    assertThat(reasons()).contains("NO_LONGER_TRUE");
  }

  @Test
  void people_of_a_trigger_that_is_gone_get_nothing_more_and_that_is_on_record() {
    club.add(BEN.key());
    report(joined(BEN, "ben"));
    SeriesWorld without = new SeriesWorld(database, new KnownMembers());
    without.clock.set(world.clock.instant().plus(Duration.ofDays(4)));
    world.find(2).ifPresent(s -> without.activate(2, s.draft));
    without.run();

    assertThat(without.mails.taken).isEmpty();
    assertThat(reasons()).contains("TRIGGER_UNKNOWN");
  }

  @Test
  void two_of_one_key_and_keys_that_cannot_be_stored_are_refused_by_name() {
    List<BigOrderTrigger> twice = List.of(new BigOrderTrigger(), new BigOrderTrigger());
    assertThatThrownBy(() -> new Triggers(twice))
        .hasMessageContaining("'ACME_BIG_ORDER'")
        .hasMessageContaining(BigOrderTrigger.class.getName());
    Triggers lazily = new Triggers(() -> twice);
    assertThatThrownBy(lazily::all).hasMessageContaining("'ACME_BIG_ORDER'");
    assertThat(new KnownMembers().triggers().find(OrderTriggers.ANY_ORDER)).isPresent();
  }

  private List<String> reasons() {
    return database.jdbc.queryForList("select REASON_CODE from PP_TOUCH_DECISION", String.class);
  }
}
