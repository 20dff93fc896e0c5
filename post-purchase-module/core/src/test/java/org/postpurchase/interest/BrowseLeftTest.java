package org.postpurchase.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.interest.jdbc.InterestJdbcModule;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ExitRule;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.Legible;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.tracking.LinkSigner;

/** What is kept of whoever looks at products, and the mail that follows from it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowseLeftTest {
  private static final String ADA = "ada@example.com";
  private static final long TEA = 7;
  private static final long POT = 8;
  private final Set<Long> onSale = new HashSet<>(Set.of(TEA, POT));
  private final Set<Long> everOrdered = new HashSet<>();
  private final Set<String> forgotten = new TreeSet<>();
  private SeriesWorld world;
  private InterestStore store;
  private Interests interests;
  private ReportLooks report;
  private ForgetLooks forget;
  private boolean usedBySegment;

  @BeforeEach
  void open_the_shop() {
    LateHistory history = new LateHistory();
    CoreDatabase database = Databases.hsqldb();
    database.jdbc.update("delete from PP_INTEREST");
    store = InterestJdbcModule.interests(database.jdbc, database.inserts);
    BrowseTrigger trigger = new BrowseTrigger(store, history, this::shown);
    world = new SeriesWorld(database, new KnownMembers().bringing(trigger)).fresh();
    history.orders = world.orders;
    LinkSigner signer = new LinkSigner(new byte[32], world.clock);
    interests =
        new Interests(
                store,
                database.consents(),
                new Interests.Ground(
                    () ->
                        usedBySegment
                            || world.engine.moments().audience(BrowseTrigger.KEY).isPresent(),
                    products -> Map.of(TEA, Set.of(1L, 2L), POT, Set.of(2L)),
                    () -> signer),
                world.database.transactions,
                world.clock)
            .telling(forgotten::add);
    WorkFailures failures = WorkFailures.inMemory(world.database.transactions, world.clock);
    report =
        new ReportLooks(
            store,
            OccasionJdbcModule.occasions(world.database.jdbc, world.database.inserts),
            world.engine.moments(),
            failures,
            world.database.transactions,
            world.clock);
    forget =
        new ForgetLooks(
            store,
            forgotten::addAll,
            world.database.transactions,
            new Node(
                "node",
                world.clock,
                new JdbcLeases(
                    world.database.jdbc, world.database.dialect, world.database.transactions),
                () -> SeriesNode.SHOP.zone,
                failures));
    world.templates.with("looked", "Still? ${moment.product}", "${moment.url}");
    world.submit(order(9).line(91, 1).email(ADA), true);
    world.clock.advance(Duration.ofDays(2));
  }

  @Test
  void nothing_is_kept_without_a_yes_of_its_own_and_while_nothing_uses_it() {
    assertThat(interests.isWanted()).isFalse();
    agree(true);
    assertThat(interests.saw(ADA, 0, TEA)).as("nothing uses it").isFalse();
    activate();
    assertThat(interests.saw("ben@example.com", 0, TEA)).as("never asked").isFalse();
    agree(false);
    assertThat(interests.saw(ADA, 0, TEA)).as("agreed to advertising only").isFalse();
    assertThat(rows()).isZero();
    agree(true);
    assertThat(interests.saw(" Ada@Example.com", 0, TEA)).isTrue();
    assertThat(rows()).as("the product and its two categories").isEqualTo(3);
    usedBySegment = true; // a segment is enough
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(interests.isWanted()).isTrue();
  }

  @Test
  void a_product_seen_in_two_visits_is_written_about_once_an_hour_later() {
    activate();
    agree(true);
    look(TEA);
    pass(Duration.ofMinutes(5));
    look(TEA);
    pass(Duration.ofDays(1));
    assertThat(world.mails.subjects()).as("two looks in one visit").isEmpty();
    look(TEA);
    pass(Duration.ofMinutes(50));
    assertThat(world.mails.subjects()).isEmpty();
    pass(Duration.ofMinutes(20));
    assertThat(world.mails.subjects()).containsExactly("Still? Tea");
    look(POT);
    pass(Duration.ofHours(2));
    look(POT);
    pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).as("at most one a week").hasSize(1);
    pass(Duration.ofDays(6));
    look(POT);
    pass(Duration.ofHours(2));
    assertThat(world.mails.subjects()).containsExactly("Still? Tea", "Still? Pot");
  }

  @Test
  void what_was_bought_or_is_sold_out_is_not_written_about() {
    activate();
    agree(true);
    onSale.remove(TEA);
    twice(TEA);
    pass(Duration.ofHours(3));
    assertThat(world.mails.subjects()).as("sold out").isEmpty();
    everOrdered.add(POT);
    twice(POT);
    pass(Duration.ofDays(8));
    assertThat(world.mails.subjects()).as("ordered at some time").isEmpty();
  }

  @Test
  void an_order_of_anything_silences_it_for_a_day() {
    activate();
    agree(true);
    twice(TEA);
    world.submit(order(1).line(11, 1).email(ADA), false);
    pass(Duration.ofHours(30));
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void taking_the_yes_back_deletes_what_is_kept_and_no_mail_comes_of_it() {
    activate();
    agree(true);
    twice(TEA);
    agree(false);
    assertThat(rows()).isZero();
    assertThat(forgotten).containsExactly(ADA);
    pass(Duration.ofDays(1));
    assertThat(world.mails.subjects()).isEmpty();
    assertThat(
            world.database.jdbc.queryForList(
                "select DECISION from PP_CONSENT where PURPOSE = 'PROFILING' order by CONSENT_ID",
                String.class))
        .as("both stay as proof")
        .containsExactly("GRANTED", "WITHDRAWN");
    assertThat(world.consents.permission(ADA).name()).as("to advertising").isEqualTo("ALLOWED");
  }

  /** Told, not sent yet: a consent taken back meanwhile counts. */
  @Test
  void a_mail_that_waits_does_not_leave_after_the_yes_was_taken_back() {
    activate();
    agree(true);
    twice(TEA);
    world.clock.advance(Duration.ofHours(2));
    report.runDue();
    assertThat(world.database.count("PP_ENROLLMENT")).isGreaterThanOrEqualTo(1);
    agree(false);
    pass(Duration.ofDays(1));
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void what_was_seen_a_month_ago_goes_whoever_it_is() {
    activate();
    agree(true);
    look(TEA);
    world.clock.advance(Duration.ofDays(20));
    look(POT);
    forget.runDue();
    assertThat(rows()).isEqualTo(4);
    world.clock.advance(Duration.ofDays(11));
    forget.runDue();
    assertThat(rows()).as("the pot and its category, which tea shares").isEqualTo(2);
    assertThat(forgotten).containsExactly(ADA);
  }

  @Test
  void two_hundred_products_are_kept_of_one_person_and_those_still_count() {
    activate();
    agree(true);
    for (long product = 1_000; product < 1_000 + Interests.PRODUCTS_MAX; product++) {
      assertThat(interests.saw(ADA, 0, product)).isTrue();
    }
    assertThat(interests.saw(ADA, 0, TEA)).isFalse();
    world.clock.advance(Duration.ofHours(1));
    assertThat(interests.saw(ADA, 0, 1_000)).isTrue();
  }

  @Test
  void tokens_stand_for_what_they_were_made_for_and_for_nothing_else() {
    assertThat(interests.product(interests.token(TEA)).getAsLong()).isEqualTo(TEA);
    assertThat(interests.mailbox(interests.known("Ada@Example.com"))).contains(ADA);
    assertThat(interests.product(interests.known(ADA))).isEmpty();
    assertThat(interests.mailbox(interests.token(TEA))).isEmpty();
    assertThat(Legible.of(interests.known(ADA))).doesNotContainIgnoringCase(ADA);
    String token = interests.token(TEA);
    world.clock.advance(Duration.ofDays(2));
    assertThat(interests.product(token)).as("of yesterday").isEmpty();
    assertThat(interests.mailbox("")).isEmpty();
  }

  private int rows() {
    return world.database.count("PP_INTEREST");
  }

  private void agree(boolean yes) {
    interests.choose(ADA, yes, "Yes, remember", "en");
  }

  private void look(long product) {
    assertThat(interests.saw(ADA, 0, product)).isTrue();
  }

  private void twice(long product) {
    look(product);
    world.clock.advance(Duration.ofMinutes(40));
    look(product);
  }

  private void activate() {
    SeriesDefinition series =
        new SeriesDefinition(
                "Looks",
                BrowseTrigger.KEY,
                ReEntry.EACH_PERIOD,
                1,
                Set.of(ExitRule.ORDERED_AGAIN),
                List.of(
                    new Step.Builder("looked")
                        .at(1, "looked")
                        .delay(Anchor.HAPPENED, 0, 0)
                        .sends(Purpose.MARKETING, "EMAIL", "looked")
                        .build()))
            .every(7);
    world.activate(1, series);
    world.clock.advance(Duration.ofMinutes(1));
  }

  private void pass(Duration time) {
    Instant target = world.clock.instant().plus(time);
    while (world.clock.instant().isBefore(target)) {
      Instant next = world.clock.instant().plus(Duration.ofMinutes(10));
      world.clock.set(next.isAfter(target) ? target : next);
      report.runDue();
      world.run();
    }
  }

  private Map<Look, BrowseTrigger.Shown> shown(Collection<Look> looks) {
    Map<Look, BrowseTrigger.Shown> shown = new HashMap<>();
    for (Look look : looks) {
      if (onSale.contains(look.productId) && !everOrdered.contains(look.productId)) {
        String name = look.productId == TEA ? "Tea" : "Pot";
        shown.put(look, new BrowseTrigger.Shown(name, "https://shop.example/" + name));
      }
    }
    return shown;
  }
}
