package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.occasion.BroadleafCarts;
import org.postpurchase.broadleaf.person.BroadleafRecords;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WatchedDataSource;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.occasion.CartTrigger;
import org.postpurchase.occasion.ReplenishOccasion;
import org.postpurchase.occasion.WinBackOccasion;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.person.Account;
import org.postpurchase.person.Buy;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.GoodsNames;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is read of people, their orders and carts, over the host's real tables. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PeopleReadersIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());

  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final Plugin plugin = HostContext.plugin();
  private final WatchedDataSource watch = HostContext.watch();
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final RowSets rows = new Inserts(jdbc, SqlDialect.of(HostContext.dataSource())).rows();
  private final BroadleafRecords records = new BroadleafRecords(jdbc, rows, () -> "EUR");
  private String name;

  @BeforeEach
  void start() {
    watch.reset();
    name = "reader" + PEOPLE.incrementAndGet() + "@test.example";
  }

  private long product(Order order) {
    jdbc.update(
        "update BLC_DISCRETE_ORDER_ITEM set PRODUCT_ID = (select s.DEFAULT_PRODUCT_ID from BLC_SKU"
            + " s where s.SKU_ID = BLC_DISCRETE_ORDER_ITEM.SKU_ID) where ORDER_ITEM_ID in (select"
            + " i.ORDER_ITEM_ID from BLC_ORDER_ITEM i where i.ORDER_ID = ?)",
        order.getId());
    return jdbc.queryForObject(
        "select min(d.PRODUCT_ID) from BLC_DISCRETE_ORDER_ITEM d join BLC_ORDER_ITEM i on"
            + " i.ORDER_ITEM_ID = d.ORDER_ITEM_ID where i.ORDER_ID = ?",
        Long.class,
        order.getId());
  }

  @Test
  void an_order_says_who_bought_what_for_how_much() throws Exception {
    Order order = shopper.buy(name.toUpperCase(Locale.ROOT));
    desk.relay();
    long product = product(order);
    Buy buy = records.buys(Set.of(order.getId())).get(0);
    assertThat(buy.mailbox).isEqualTo(EmailAddress.keyOf(name));
    assertThat(buy.customerId).as("a guest").isZero();
    assertThat(buy.cancelled).isFalse();
    assertThat(buy.currency).isEqualTo("EUR");
    assertThat(buy.netMinor)
        .isEqualTo(order.getSubTotal().getAmount().movePointRight(2).longValue());
    assertThat(buy.units).isPositive();
    assertThat(buy.products).containsExactly(product);
    assertThat(records.ordersOf(PersonRef.ofMailbox(name))).containsExactly(order.getId());
    assertThat(records.placedAfter(order.getId() - 1, 1)).containsExactly(order.getId());

    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", order.getId());
    assertThat(records.buys(Set.of(order.getId())).get(0).cancelled).isTrue();
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'IN_PROCESS' where ORDER_ID = ?", order.getId());
    assertThat(records.buys(Set.of(order.getId()))).as("a cart").isEmpty();
  }

  @Test
  void what_was_sent_back_is_neither_money_nor_goods() throws Exception {
    Order order = shopper.buy(name);
    desk.relay();
    long product = product(order);
    Buy all = records.buys(Set.of(order.getId())).get(0);
    assertThat(all.units).as("one line of two").isEqualTo(2);
    long line =
        jdbc.queryForObject(
            "select ORDER_ITEM_ID from BLC_ORDER_ITEM where ORDER_ID = ?",
            Long.class,
            order.getId());

    sendBack(order, line, "one");
    Buy half = records.buys(Set.of(order.getId())).get(0);
    assertThat(half.netMinor).isEqualTo(all.netMinor / 2);
    assertThat(half.returnedUnits).isEqualTo(1);
    assertThat(half.units).as("it was bought all the same").isEqualTo(2);
    assertThat(half.products).containsExactly(product);

    sendBack(order, line, "other");
    Buy nothing = records.buys(Set.of(order.getId())).get(0);
    assertThat(nothing.netMinor).isZero();
    assertThat(nothing.returnedUnits).isEqualTo(2);
    assertThat(nothing.products).isEmpty();
    assertThat(nothing.cancelled).isFalse();
  }

  private void sendBack(Order order, long line, String which) throws Exception {
    plugin
        .getLifecycle()
        .linesReturned(order.getId(), List.of(LineQuantity.of(line, 1)), which + order.getId());
    desk.relay();
  }

  @Test
  void accounts_are_read_with_birthdays_and_guests_are_none() throws Exception {
    Customer account = shopper.registered(name);
    jdbc.update(
        "insert into BLC_CUSTOMER_ATTRIBUTE (CUSTOMER_ATTR_ID, CUSTOMER_ID, NAME, VALUE)"
            + " values (?, ?, 'birthday', '1990-02-28')",
        PEOPLE.incrementAndGet(),
        account.getId());
    Order guest = shopper.buy("guest-" + name);
    long guestId = guest.getCustomer().getId();
    Map<Long, Account> accounts = records.accounts(Set.of(account.getId(), guestId));
    assertThat(accounts).containsOnlyKeys(account.getId());
    assertThat(accounts.get(account.getId()).birthday).isEqualTo("02-28");
    assertThat(accounts.get(account.getId()).mailbox).isEqualTo(EmailAddress.keyOf(name));
    assertThat(records.accountsAfter(account.getId() - 1, 1)).containsExactly(account.getId());
    assertThat(records.lastAccount()).isGreaterThanOrEqualTo(account.getId());
    jdbc.update(
        "update BLC_CUSTOMER set DEACTIVATED = true where CUSTOMER_ID = ?", account.getId());
    assertThat(records.accounts(Set.of(account.getId()))).isEmpty();
  }

  @Test
  void names_of_goods_leave_out_what_is_archived() throws Exception {
    long product = product(shopper.buy(name));
    GoodsNames goods = plugin.getSegments().goods;
    assertThat(goods.products(Set.of(product, -1L))).containsOnlyKeys(product);
    assertThat(goods.productsNamed("HOUSE%beans", 5)).as("% is no wildcard").isEmpty();
    assertThat(goods.productsNamed("house beans", 500)).containsKey(product);
    jdbc.update("update BLC_PRODUCT set MODEL = 'HB-1000/k' where PRODUCT_ID = ?", product);
    assertThat(goods.productsNamed("hb-1000", 5)).containsKey(product);
    assertThat(goods.productsNamed("#" + product, 5)).containsOnlyKeys(product);
    assertThat(goods.productsNamed("" + product, 500)).containsKey(product);
    jdbc.update("update BLC_PRODUCT set ARCHIVED = 'Y' where PRODUCT_ID = ?", product);
    try {
      assertThat(goods.products(Set.of(product))).isEmpty();
    } finally {
      jdbc.update("update BLC_PRODUCT set ARCHIVED = null where PRODUCT_ID = ?", product);
    }
  }

  @Test
  void a_refill_is_over_once_it_was_bought_again_or_cancelled() throws Exception {
    Order first = shopper.buy(name);
    desk.relay();
    long product = product(first);
    Moment told = refill(first, product);
    PersonTrigger trigger = trigger(ReplenishOccasion.KEY);
    assertThat(trigger.factsAt(told, Locale.UK, Instant.now())).isPresent();

    Order again = shopper.buy(name);
    product(again);
    after(first, again);
    assertThat(trigger.factsAt(told, Locale.UK, Instant.now())).as("before its event").isEmpty();
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", again.getId());
    assertThat(trigger.factsAt(told, Locale.UK, Instant.now())).isPresent();
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", first.getId());
    assertThat(trigger.factsAt(told, Locale.UK, Instant.now())).isEmpty();
  }

  @Test
  void whoever_was_silent_and_orders_is_not_won_back() throws Exception {
    Order first = shopper.buy(name);
    Moment told = silent(first);
    PersonTrigger trigger = trigger(WinBackOccasion.KEY);
    assertThat(trigger.factsAt(told, Locale.UK, Instant.now())).isPresent();
    after(first, shopper.buy(name));
    assertThat(trigger.factsAt(told, Locale.UK, Instant.now())).isEmpty();
  }

  @Test
  void a_cart_that_was_ordered_has_no_content_to_remind_of() throws Exception {
    Order cart = shopper.readyCart(name);
    product(cart);
    BroadleafCarts carts = new BroadleafCarts(jdbc, rows);
    assertThat(carts.contents(Set.of(cart.getId(), -7L))).containsOnlyKeys(cart.getId());
    shopper.checkOut(cart);
    assertThat(carts.contents(Set.of(cart.getId()))).isEmpty();
  }

  /** What is told about carts, silence and refills is read for all readers of a batch. */
  @Test
  void a_hundred_and_five_hundred_people_take_the_same_few_statements() throws Exception {
    Order order = shopper.buy(name);
    desk.relay();
    long product = product(order);
    Map<String, Moment> kinds = new HashMap<>();
    kinds.put(ReplenishOccasion.KEY, refill(order, product));
    kinds.put(WinBackOccasion.KEY, silent(order));
    kinds.put(CartTrigger.KEY, cart(order.getId()));
    for (Map.Entry<String, Moment> kind : kinds.entrySet()) {
      int few = statements(kind.getKey(), kind.getValue(), 100);
      int many = statements(kind.getKey(), kind.getValue(), 500);
      assertThat(many).as(kind.getKey()).isEqualTo(few).isBetween(1, 5);
    }
  }

  private int statements(String key, Moment real, int people) {
    Map<Moment, Locale> readers = new HashMap<>();
    readers.put(real, Locale.UK);
    for (int i = 1; i < people; i++) {
      readers.put(other(key, real, i), Locale.UK);
    }
    watch.reset();
    Set<Moment> told = trigger(key).factsOf(readers, Instant.now()).keySet();
    int statements = watch.statements().size();
    if (!key.equals(CartTrigger.KEY)) { // that cart was ordered
      assertThat(told).as(key).contains(real);
    }
    return statements;
  }

  private Moment other(String key, Moment real, int i) {
    String happened =
        key.equals(CartTrigger.KEY)
            ? "cart:" + (1_000_000L + i)
            : real.key.replaceFirst("^\\d+", String.valueOf(1_000_000L + i));
    return Moment.of(key, EmailAddress.of("p" + i + name))
        .customer(2_000_000L + i)
        .happened(happened, real.happenedAt);
  }

  private Moment refill(Order order, long product) {
    return Moment.of(ReplenishOccasion.KEY, EmailAddress.of(name))
        .order(order.getId())
        .happened(
            order.getId() + "|" + product + "|2|" + submitted(order).toEpochMilli(),
            submitted(order));
  }

  private Moment silent(Order order) {
    return Moment.of(WinBackOccasion.KEY, EmailAddress.of(name))
        .happened(order.getId() + "|" + submitted(order).toEpochMilli(), submitted(order));
  }

  private Moment cart(long id) {
    return Moment.of(CartTrigger.KEY, EmailAddress.of(name)).happened("cart:" + id, Instant.now());
  }

  private Instant submitted(Order order) {
    return jdbc.queryForObject(
            "select SUBMIT_DATE from BLC_ORDER where ORDER_ID = ?", Timestamp.class, order.getId())
        .toInstant();
  }

  /** Other tests share the database and look at what was placed lately. */
  @AfterEach
  void leave_no_order_in_the_future() {
    Timestamp now = Timestamp.from(Instant.now());
    jdbc.update("update BLC_ORDER set SUBMIT_DATE = ? where SUBMIT_DATE > ?", now, now);
  }

  private void after(Order first, Order second) {
    jdbc.update(
        "update BLC_ORDER set SUBMIT_DATE = ? where ORDER_ID = ?",
        Timestamp.from(submitted(first).plusSeconds(60)),
        second.getId());
  }

  private PersonTrigger trigger(String key) {
    return (PersonTrigger) plugin.getTriggers().get().find(key).orElseThrow();
  }
}
