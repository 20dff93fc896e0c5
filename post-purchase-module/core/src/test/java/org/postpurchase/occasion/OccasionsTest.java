package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.moment.Trigger;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OccasionsTest implements ReplenishOccasion.Goods {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long ADA = 77;

  private final Map<Long, Integer> supply = new HashMap<>(Map.of(7L, 30));
  private final Set<Long> cancelled = new HashSet<>();
  private SeriesWorld world;
  private DueOccasions rows;
  private PlanOccasions plan;
  private ReportOccasions report;
  private PersonDays days;

  @BeforeEach
  void open_the_shop() {
    LateHistory history = new LateHistory();
    List<YearlyOccasion> yearly = YearlyOccasion.all(() -> BERLIN);
    WinBackOccasion winBack = new WinBackOccasion(history, WinBackOccasion.Habit.USUAL);
    ReplenishOccasion refill = new ReplenishOccasion(this);
    Map<String, Occasion> all = new HashMap<>();
    yearly.forEach(occasion -> all.put(occasion.key(), occasion));
    all.put(winBack.key(), winBack);
    all.put(refill.key(), refill);
    KnownMembers members =
        new KnownMembers()
            .with(ADA, "ada@example.com")
            .bringing(all.values().toArray(new Trigger[0]));
    world = new SeriesWorld(Databases.hsqldb(), members).fresh();
    history.orders = world.orders;
    world.templates.with("note", "Note", "Hello");
    world.templates.with("again", "Again", "${moment.product} ${moment.url}");
    rows = OccasionJdbcModule.occasions(world.database.jdbc, world.database.inserts);
    plan =
        new PlanOccasions(
            List.of(winBack, refill),
            yearly.get(2),
            world.orders,
            world.orders,
            rows,
            world.engine::moments);
    report =
        new ReportOccasions(
            rows,
            key -> Optional.ofNullable(all.get(key)),
            world.engine.moments(),
            world.database.transactions,
            world.clock);
    days = new PersonDays(yearly, rows, world.database.transactions, world.clock);
  }

  @Test
  void whoever_ordered_twice_and_is_silent_for_half_a_year_is_written_to_once() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    days(20);
    buy(order(2).line(21, 1));
    days(179);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Note");
    days(400);
    assertThat(world.mails.subjects()).containsExactly("Note");
  }

  @Test
  void one_order_alone_is_no_habit() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    days(400);
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void an_order_in_between_puts_it_off_and_one_a_year_is_the_most() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    buy(order(2).line(21, 1));
    days(100);
    buy(order(3).line(31, 1));
    days(170);
    assertThat(world.mails.subjects()).isEmpty();
    days(15);
    assertThat(world.mails.subjects()).hasSize(1);
    buy(order(4).line(41, 1));
    days(200);
    assertThat(world.mails.subjects()).as("the same year").hasSize(1);
  }

  @Test
  void with_a_rhythm_twice_the_usual_gap_is_long() {
    WinBackOccasion winBack = new WinBackOccasion(world.orders, WinBackOccasion.Habit.USUAL);
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    List<Instant> monthly = List.of(at.minus(d(90)), at.minus(d(60)), at.minus(d(30)));
    assertThat(winBack.silence(monthly, at)).isEqualTo(d(60));
    assertThat(winBack.silence(monthly.subList(1, 3), at)).isEqualTo(d(180));
    assertThat(winBack.silence(List.of(at.minus(d(3)), at.minus(d(2)), at.minus(d(1))), at))
        .as("never sooner than a month")
        .isEqualTo(d(30));
  }

  /** E4 and failure 8: the order is there, but nobody has been told of it yet. */
  @Test
  void an_order_placed_between_due_and_sent_stops_it() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    buy(order(2).line(21, 1));
    world.pass(Duration.ofDays(181));
    world.database.transactions.run(
        () -> world.orders.with(order(3).line(31, 1).submittedAt(world.clock.instant())));
    report.runDue();
    world.run();
    assertThat(world.mails.subjects()).isEmpty();
    assertThat(reasons()).contains("SKIP ORDERED_AGAIN");
  }

  @Test
  void a_birthday_is_told_on_its_day_once_a_year() {
    world.clock.set(Instant.parse("2027-06-01T00:00:00Z"));
    activate(YearlyOccasion.BIRTHDAY, "note");
    days.birthday(ADA, LocalDate.of(1984, 2, 29));
    days.birthday(ADA, LocalDate.of(1984, 2, 29));
    until("2028-02-28T22:00:00Z");
    assertThat(world.mails.subjects()).isEmpty();
    until("2028-02-29T20:00:00Z");
    assertThat(world.mails.subjects()).hasSize(1);
    until("2029-02-28T20:00:00Z");
    assertThat(world.mails.subjects()).hasSize(2);
    days.birthday(ADA, LocalDate.of(1984, 5, 5));
    until("2029-12-01T00:00:00Z");
    assertThat(world.mails.subjects()).as("whoever changes the day waits").hasSize(2);
  }

  @Test
  void a_shop_that_slept_greets_nobody_late() {
    world.clock.set(Instant.parse("2027-06-01T00:00:00Z"));
    activate(YearlyOccasion.BIRTHDAY, "note");
    days.birthday(ADA, LocalDate.of(1984, 7, 1));
    world.clock.set(Instant.parse("2027-07-04T12:00:00Z"));
    report.runDue();
    world.run();
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void the_first_order_has_an_anniversary_and_the_second_none() {
    activate(YearlyOccasion.FIRST_ORDER, "note");
    buy(order(1).line(11, 1));
    days(10);
    buy(order(2).line(21, 1));
    days(360);
    assertThat(world.mails.subjects()).hasSize(1);
    days(15);
    assertThat(world.mails.subjects()).hasSize(1);
  }

  @Test
  void what_lasts_thirty_days_a_piece_is_reminded_of_five_days_before() {
    activate(ReplenishOccasion.KEY, "again");
    buy(of(1, 7, 2));
    days(54);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Again");
    days(100);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void ordering_again_puts_it_off_and_cancelling_ends_it() {
    activate(ReplenishOccasion.KEY, "again");
    buy(of(1, 7, 1));
    days(20);
    buy(of(2, 7, 1));
    days(20);
    assertThat(world.mails.subjects()).isEmpty();
    tell(2, OrderFact.CANCELLED);
    days(60);
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void what_the_shop_says_nothing_about_follows_the_persons_own_interval() {
    activate(ReplenishOccasion.KEY, "again");
    buy(of(1, 9, 1));
    days(40);
    assertThat(world.mails.subjects()).isEmpty();
    buy(of(2, 9, 1));
    days(34);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Again");
  }

  @Test
  void nothing_is_noted_while_no_series_waits() {
    buy(of(1, 7, 1));
    assertThat(world.database.count("PP_DUE_OCCASION")).isZero();
  }

  private void activate(String trigger, String template) {
    Step step =
        new Step.Builder("step")
            .at(1, "Step")
            .delay(Anchor.HAPPENED, 0, 0)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", template)
            .build();
    world.activate(
        1,
        new SeriesDefinition("A series", trigger, ReEntry.EACH_ORDER, 1, Set.of(), List.of(step)));
  }

  private void buy(OrderFixture placed) {
    world.pass(Duration.ofMinutes(1));
    long id = placed.build().orderId;
    world.orders.with(placed.submittedAt(world.clock.instant()));
    tell(id, OrderFact.SUBMITTED);
  }

  private void tell(long id, OrderFact fact) {
    if (fact == OrderFact.CANCELLED) {
      cancelled.add(id);
    }
    OrderEvent event =
        new OrderEvent(
            OrderEvent.statusKey(id, fact, 1),
            id,
            fact,
            "",
            EventSource.HOST_STATUS,
            world.clock.instant());
    world.database.transactions.run(() -> plan.handle(List.of(event)));
    world.database.transactions.run(() -> plan.handle(List.of(event)));
  }

  private void days(int number) {
    for (int day = 0; day < number; day++) {
      world.clock.advance(Duration.ofDays(1));
      report.runDue();
      world.run();
    }
  }

  private void until(String moment) {
    Instant target = Instant.parse(moment);
    for (Instant next = next(); !next.isAfter(target); next = next()) {
      world.clock.set(next.isAfter(world.clock.instant()) ? next : world.clock.instant());
      report.runDue();
      world.run();
    }
    world.clock.set(target);
  }

  private Instant next() {
    return report.nextDueAt().orElse(Instant.MAX);
  }

  private List<String> reasons() {
    return world.database.decisions().list(null, "", 9, 0).stream()
        .map(d -> d.verdict + " " + d.reason)
        .toList();
  }

  private static Duration d(int days) {
    return Duration.ofDays(days);
  }

  private static OrderFixture of(long id, long product, int quantity) {
    return order(id).line(id * 10, quantity).of(new OrderLine.Goods(product, Set.of(), true));
  }

  @Override
  public Map<Long, Integer> daysOf(Set<Long> productIds) {
    return supply;
  }

  @Override
  public boolean isOver(String mailbox, long customerId, ReplenishOccasion.Bought bought) {
    return cancelled.contains(bought.orderId);
  }

  @Override
  public Optional<ReplenishOccasion.Shown> show(long productId, int quantity, Locale locale) {
    return Optional.of(new ReplenishOccasion.Shown("Tea", "https://shop.example/tea"));
  }

  /** The orders of the world, which is made after the triggers. */
  private static final class LateHistory implements org.postpurchase.order.OrderHistory {
    private org.postpurchase.testkit.KnownOrders orders;

    @Override
    public boolean hasEarlier(org.postpurchase.order.OrderSnapshot order) {
      return orders.hasEarlier(order);
    }

    @Override
    public List<Instant> earlier(org.postpurchase.order.OrderSnapshot order) {
      return orders.earlier(order);
    }

    @Override
    public boolean hasLater(org.postpurchase.order.OrderSnapshot order) {
      return orders.hasLater(order);
    }

    @Override
    public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
      return orders.hasOrderedSince(mailbox, customerId, since);
    }
  }
}
