package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ExitRule;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.tracking.LinkSigner;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CartLeftTest {
  private static final DueOccasion.Person ADA =
      DueOccasion.Person.guest("ada@example.com", "Ada", "en");
  private final Map<Long, Instant> touched = new HashMap<>();
  private final Set<Long> nobodys = new HashSet<>();
  private SeriesWorld world;
  private ReportCarts report;

  @BeforeEach
  void open_the_shop() {
    LateHistory history = new LateHistory();
    LinkSigner[] signer = new LinkSigner[1];
    CartTrigger trigger =
        new CartTrigger(
            new Carts(), history, new BasketLinks(() -> SeriesNode.SHOP, () -> signer[0]));
    world = new SeriesWorld(Databases.hsqldb(), new KnownMembers().bringing(trigger)).fresh();
    signer[0] = new LinkSigner(new byte[32], world.clock);
    history.orders = world.orders;
    world.templates.with("cart", "Left", "${moment.products} ${moment.url}");
    DueOccasions rows = OccasionJdbcModule.occasions(world.database.jdbc, world.database.inserts);
    world.submit(order(9).line(91, 1).email("ada@example.com"), true);
    world.clock.advance(Duration.ofDays(2));
    report =
        new ReportCarts(
            new Carts(),
            rows,
            world.engine.moments(),
            WorkFailures.inMemory(world.database.transactions, world.clock),
            world.database.transactions,
            world.clock);
  }

  @Test
  void a_cart_left_for_half_an_hour_is_reminded_of_once_at_each_step() {
    activate();
    touch(1);
    pass(Duration.ofMinutes(85));
    assertThat(world.mails.subjects()).isEmpty();
    pass(Duration.ofMinutes(10));
    assertThat(world.mails.subjects()).hasSize(1);
    pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).hasSize(2);
    touch(1);
    pass(Duration.ofDays(3));
    assertThat(world.mails.subjects()).as("the same cart, left again").hasSize(2);
  }

  @Test
  void a_cart_in_use_is_not_left() {
    activate();
    touch(1);
    for (int i = 0; i < 8; i++) {
      pass(Duration.ofMinutes(20));
      touch(1);
    }
    assertThat(world.mails.subjects()).isEmpty();
  }

  /** E4: key event and entry exclude each other. */
  @Test
  void a_cart_that_was_paid_gets_no_reminder_also_when_nobody_was_told_of_the_order() {
    activate();
    touch(1);
    pass(Duration.ofMinutes(40));
    touched.remove(1L);
    world.orders.with(
        order(1).line(11, 1).email("ada@example.com").submittedAt(world.clock.instant()));
    pass(Duration.ofDays(3));
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void another_order_of_the_person_silences_it_for_a_day_and_ends_it_once_it_is_told() {
    activate();
    touch(1);
    pass(Duration.ofMinutes(40));
    world.submit(order(2).line(21, 1).email("ada@example.com"), false);
    pass(Duration.ofDays(3));
    assertThat(world.mails.subjects()).isEmpty();
    assertThat(
            world.database.decisions().list(null, "ada@example.com", 9, 0).stream()
                .map(d -> d.reason.name()))
        .contains("ORDERED_AGAIN");
  }

  /** Tyche 166: a guest who opened an account while ordering was reminded of the guest's cart. */
  @Test
  void a_guest_who_orders_with_a_new_account_under_another_spelling_is_not_reminded() {
    activate();
    touch(1);
    pass(Duration.ofMinutes(40));
    world.submit(order(2).line(21, 1).registered().customer(900).email("ADA@Example.com "), false);
    pass(Duration.ofDays(3));
    assertThat(world.mails.subjects()).isEmpty();
  }

  /** The purchase comes first here, so that no exit of the series can hide the rule. */
  @ParameterizedTest
  @CsvSource({"1, 0", "20, 0", "22, 0", "23, 1"})
  void a_cart_left_within_a_day_after_a_purchase_is_not_reminded_of(int hoursLater, int reminded) {
    activate();
    world.submit(order(2).line(21, 1).email("ada@example.com"), false);
    pass(Duration.ofHours(hoursLater));
    touch(1);
    pass(Duration.ofMinutes(95)); // left after half an hour, the first step an hour later
    assertThat(world.mails.subjects()).hasSize(reminded);
    pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).as("the day is over").hasSize(reminded + 1);
  }

  /** E11: what was recovered, and left on another device, is no second occasion within a week. */
  @Test
  void a_second_cart_of_the_person_within_a_week_is_left_alone() {
    activate();
    touch(1);
    pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).hasSize(2);
    touch(2);
    pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).hasSize(2);
    pass(Duration.ofDays(5));
    touch(3);
    pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).hasSize(4);
  }

  @Test
  void carts_from_before_the_series_was_switched_on_are_not_told() {
    touch(1);
    world.clock.advance(Duration.ofMinutes(5));
    activate();
    pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void switching_on_another_series_takes_no_cart_from_the_first() {
    activate();
    touch(1);
    pass(Duration.ofMinutes(20));
    activate(2);
    pass(Duration.ofMinutes(75));
    assertThat(world.mails.subjects()).isNotEmpty();
  }

  /** Most carts are nobody's, and a host may keep seconds only. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 40})
  void a_cart_behind_many_of_nobody_or_of_the_same_moment_is_reminded_of(long apart) {
    activate();
    for (long cart = 1; cart <= 350; cart++) {
      touched.put(cart, world.clock.instant().plusMillis(1 + cart * apart));
      nobodys.add(cart);
    }
    nobodys.remove(350L);
    pass(Duration.ofMinutes(95));
    assertThat(world.mails.subjects()).hasSize(1);
  }

  private void activate() {
    activate(1);
  }

  private void activate(long id) {
    SeriesDefinition series =
        new SeriesDefinition(
                "Carts",
                CartTrigger.KEY,
                ReEntry.EACH_PERIOD,
                1,
                Set.of(ExitRule.ORDERED_AGAIN),
                List.of(step("first", 1, 0, 1), step("second", 2, 1, 0)))
            .every(7);
    world.activate(id, series);
  }

  private static Step step(String key, int position, int days, int hours) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.HAPPENED, days, hours)
        .sends(Purpose.MARKETING, "EMAIL", "cart")
        .build();
  }

  private void touch(long cart) {
    touched.put(cart, world.clock.instant().plusMillis(1));
  }

  private void pass(Duration time) {
    Instant target = world.clock.instant().plus(time);
    while (world.clock.instant().isBefore(target)) {
      Instant next = world.clock.instant().plus(Duration.ofMinutes(5));
      world.clock.set(next.isAfter(target) ? target : next);
      report.runDue();
      world.run();
    }
  }

  private final class Carts implements IdleCarts {
    @Override
    public Stretch lastTouched(Instant after, Instant until, int most) {
      List<IdleCart> read =
          touched.entrySet().stream()
              .filter(cart -> cart.getValue().isAfter(after) && !cart.getValue().isAfter(until))
              .map(cart -> new IdleCart(cart.getKey(), ADA, cart.getValue()))
              .sorted(
                  Comparator.comparing((IdleCart c) -> c.touchedAt).thenComparing(c -> c.cartId))
              .limit(most)
              .toList();
      return new Stretch(
          read.stream().filter(cart -> !nobodys.contains(cart.cartId)).toList(),
          read.size() < most ? Optional.empty() : Optional.of(read.get(read.size() - 1).touchedAt));
    }

    @Override
    public Optional<Instant> firstTouched(Instant after) {
      return Optional.empty();
    }

    @Override
    public Map<Long, Content> contents(Collection<Long> cartIds) {
      Map<Long, Content> contents = new HashMap<>();
      touched.forEach(
          (cart, at) -> contents.put(cart, new Content(List.of("Tea"), Map.of(7L, 2), at)));
      contents.keySet().retainAll(cartIds);
      return contents;
    }
  }

  /** The orders of the world, which is made after the trigger. */
  private static final class LateHistory implements OrderHistory {
    private KnownOrders orders;

    @Override
    public boolean hasEarlier(OrderSnapshot order) {
      return orders.hasEarlier(order);
    }

    @Override
    public List<Instant> earlier(OrderSnapshot order) {
      return orders.earlier(order);
    }

    @Override
    public boolean hasLater(OrderSnapshot order) {
      return orders.hasLater(order);
    }

    @Override
    public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
      return orders.hasOrderedSince(mailbox, customerId, since);
    }
  }
}
