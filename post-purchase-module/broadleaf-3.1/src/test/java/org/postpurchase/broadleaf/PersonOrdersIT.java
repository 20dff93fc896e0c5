package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.order.BroadleafOrderHistory;
import org.postpurchase.broadleaf.order.FillPersonOrders;
import org.postpurchase.broadleaf.order.PersonOrders;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.order.FollowingOrders;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a person has ordered, by the mailbox, over the host's real tables. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonOrdersIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());
  private static final String TASK = "mailboxes of BLC_ORDER";

  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final Inserts inserts = new Inserts(jdbc, SqlDialect.of(HostContext.dataSource()));
  private PersonOrders persons;
  private OrderHistory history;
  private String name;

  @BeforeEach
  void start() {
    HostContext.watch().reset();
    jdbc.update("delete from PP_TASK_PROGRESS where TASK = ?", TASK);
    persons = new PersonOrders(jdbc, inserts);
    history = new BroadleafOrderHistory(jdbc, persons);
    name = "mailbox" + PEOPLE.incrementAndGet();
  }

  @Test
  void one_mailbox_is_one_person_however_its_address_is_typed() throws Exception {
    fill();
    Order first = shopper.buy(name.toUpperCase(java.util.Locale.ROOT) + "@B\u00dcCHER.example");
    desk.relay();
    Order second = shopper.buy(name + "@xn--bcher-kva.example");
    desk.relay();
    shopper.buy("not-" + name + "@xn--bcher-kva.example");
    desk.relay();

    assertThat(history.hasEarlier(read(second))).isTrue();
    assertThat(history.hasLater(read(first))).isTrue();
    assertThat(history.hasEarlier(read(first))).isFalse();
    assertThat(history.hasLater(read(second))).isFalse();
  }

  @Test
  void a_cancelled_order_does_not_count() throws Exception {
    fill();
    Order cancelled = shopper.buy(name + "@B\u00fccher.example");
    Order second = shopper.buy(name + "@xn--bcher-kva.example");
    desk.relay();
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", cancelled.getId());

    assertThat(history.hasEarlier(read(second))).isFalse();
  }

  @Test
  void the_order_that_follows_is_the_next_one_that_is_not_cancelled() throws Exception {
    fill();
    Order first = shopper.buy(name + "@B\u00fccher.example");
    Order second = shopper.buy(name + "@xn--bcher-kva.example");
    shopper.buy("not-" + name + "@xn--bcher-kva.example");
    Order third = shopper.buy(name + "@xn--bcher-kva.example");
    desk.relay();
    FollowingOrders following = new BroadleafOrderHistory(jdbc, persons);

    assertThat(following.after(read(first))).hasValue(second.getId());
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID in (?, ?)",
        first.getId(),
        second.getId());
    assertThat(following.after(read(first))).hasValue(third.getId());
    assertThat(following.after(read(third))).isEmpty();
  }

  @Test
  void an_order_whose_event_nobody_has_handled_yet_is_found_as_it_was_typed() throws Exception {
    fill();
    shopper.buy(name + "@test.example");

    assertThat(history.hasEarlier(read(shopper.buy(name + "@test.example")))).isTrue();
  }

  @Test
  void a_look_up_is_one_statement_that_scans_nothing() throws Exception {
    fill();
    OrderSnapshot order = read(shopper.buy(name + "@test.example"));
    history.hasEarlier(order); // the first one asks whether the mailboxes are filled in
    HostContext.watch().reset();

    assertThat(history.hasEarlier(order)).isFalse();

    assertThat(HostContext.watch().statements())
        .singleElement()
        .satisfies(sql -> assertThat(sql).doesNotContain("lower("));
  }

  @Test
  void orders_from_before_the_installation_are_filled_in_once() throws Exception {
    Order before = shopper.buy(name + "@B\u00fccher.example");
    Order second = shopper.buy(name + "@xn--bcher-kva.example");
    jdbc.update("delete from PP_PERSON_ORDER");

    assertThat(history.hasEarlier(read(second))).as("not known yet").isFalse();
    fill();
    persons = new PersonOrders(jdbc, inserts);
    history = new BroadleafOrderHistory(jdbc, persons);

    assertThat(history.hasEarlier(read(second))).isTrue();
    assertThat(keys(before, second)).containsOnly(name + "@xn--bcher-kva.example").hasSize(2);
    assertThat(worker().runDue()).as("done for good").isZero();
  }

  @Test
  void earlier_orders_are_counted_for_many_by_one_statement() throws Exception {
    fill();
    Order first = shopper.buy(name + "@test.example");
    Order second = shopper.buy(name.toUpperCase(java.util.Locale.ROOT) + "@TEST.example");
    Order third = shopper.buy(name + "@test.example");
    Order other = shopper.buy("other-" + name + "@test.example");
    desk.relay();
    List<OrderSnapshot> all = List.of(read(first), read(second), read(third), read(other));
    history.hasEarlier(all.get(0)); // the first one asks whether the mailboxes are filled in
    HostContext.watch().reset();

    Map<Long, List<Instant>> earlier = history.earlierOf(all);

    assertThat(HostContext.watch().statements()).hasSize(1);
    assertThat(earlier.get(first.getId())).isEmpty();
    assertThat(earlier.get(second.getId()))
        .extracting(at -> at.truncatedTo(ChronoUnit.SECONDS)) // some columns keep no more
        .containsExactly(all.get(0).submittedAt.truncatedTo(ChronoUnit.SECONDS));
    assertThat(earlier.get(third.getId())).hasSize(2);
    assertThat(earlier.get(other.getId())).isEmpty();
    assertThat(history.earlier(all.get(2)))
        .as("the same for one")
        .containsExactlyInAnyOrderElementsOf(earlier.get(third.getId()));
  }

  @Test
  void an_order_since_is_found_before_its_event_is_handled() throws Exception {
    fill();
    String mailbox = name + "@test.example";
    OrderSnapshot first = read(shopper.buy(mailbox));
    Instant since = first.submittedAt.plusMillis(1);
    assertThat(history.hasOrderedSince(mailbox, 0, since)).isFalse();
    Order second = shopper.buy(mailbox);
    jdbc.update(
        "update BLC_ORDER set SUBMIT_DATE = ? where ORDER_ID = ?",
        Timestamp.from(since.plusSeconds(2)),
        second.getId());
    assertThat(history.hasOrderedSince(mailbox, 0, since)).isTrue();
    assertThat(history.hasOrderedSince("x" + mailbox, 0, since)).isFalse();
    assertThat(history.hasOrderedSince("", first.customerId, since.minusSeconds(2))).isTrue();
  }

  @Test
  void filling_goes_on_where_it_was_cut_off_and_adds_nothing_twice() throws Exception {
    Order first = shopper.buy(name + "@test.example");
    Order second = shopper.buy(name + "@test.example");
    jdbc.update("delete from PP_PERSON_ORDER where ORDER_ID = ?", second.getId());
    inserts.orKeep(
        "insert into PP_PERSON_ORDER (ORDER_ID, MAILBOX_KEY) values (?, ?)",
        first.getId(),
        "kept@test.example");
    jdbc.update(
        "insert into PP_TASK_PROGRESS (TASK, REACHED_ID, CHANGED_AT) values (?, ?,"
            + " current_timestamp)",
        TASK,
        first.getId() - 1);

    fill();

    assertThat(keys(first, second)).containsExactly("kept@test.example", name + "@test.example");
  }

  private void fill() {
    while (worker().runDue() > 0) {
      continue;
    }
    persons = new PersonOrders(jdbc, inserts);
    history = new BroadleafOrderHistory(jdbc, persons);
  }

  private FillPersonOrders worker() {
    Leases alone = (lease, owner, seconds) -> true;
    return new FillPersonOrders(
        jdbc,
        new PersonOrders(jdbc, inserts),
        inserts,
        alone,
        HostContext.plugin().getTransactions(),
        new FillPersonOrders.Node("test", HostContext.plugin().getClock()));
  }

  private List<String> keys(Order... orders) {
    return jdbc.queryForList(
        "select MAILBOX_KEY from PP_PERSON_ORDER where ORDER_ID between ? and ? order by ORDER_ID",
        String.class,
        orders[0].getId(),
        orders[orders.length - 1].getId());
  }

  private static OrderSnapshot read(Order order) {
    return HostContext.plugin().getOrders().find(order.getId()).orElseThrow();
  }

  /** Of everybody at once the same is said as of each alone. */
  @Test
  void who_has_others_is_the_same_for_many_as_for_each() throws Exception {
    fill();
    List<OrderSnapshot> all = new ArrayList<>();
    Customer customer = shopper.registered(name + "-account@test.example");
    for (String address :
        List.of(
            name + "@test.example",
            name.toUpperCase(java.util.Locale.ROOT) + "@Test.example",
            name + "@test.example",
            "only-" + name + "@test.example",
            name + "@b\u00fccher.example",
            name + "@xn--bcher-kva.example")) {
      all.add(read(shopper.buy(address)));
    }
    all.add(read(shopper.buy(customer, "one-" + name + "@test.example")));
    all.add(read(shopper.buy(customer, "two-" + name + "@test.example")));
    all.add(read(shopper.readyCart(name + "@test.example")));
    all.add(read(shopper.readyCart("nobody-" + name + "@test.example")));
    agree(all); // of those that no event was handled of, too
    desk.relay();
    agree(all);
    assertThat(history.withEarlier(all)).hasSize(5);
    assertThat(history.withLater(all)).hasSize(4);
    jdbc.update(
        "update BLC_ORDER set SUBMIT_DATE = (select d from (select SUBMIT_DATE as d from BLC_ORDER"
            + " where ORDER_ID = ?) x) where ORDER_ID = ?",
        all.get(0).orderId,
        all.get(2).orderId);
    agree(all);
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID in (?, ?)",
        all.get(0).orderId,
        all.get(6).orderId);
    agree(all);
    assertThat(history.withEarlier(all)).doesNotContain(all.get(7).orderId);
  }

  private void agree(List<OrderSnapshot> all) {
    assertThat(history.withEarlier(all))
        .as("earlier")
        .isEqualTo(
            all.stream()
                .filter(history::hasEarlier)
                .map(o -> o.orderId)
                .collect(Collectors.toSet()));
    assertThat(history.withLater(all))
        .as("later")
        .isEqualTo(
            all.stream().filter(history::hasLater).map(o -> o.orderId).collect(Collectors.toSet()));
  }
}
