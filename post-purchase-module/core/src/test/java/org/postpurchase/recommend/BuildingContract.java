package org.postpurchase.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderLine;
import org.postpurchase.recommend.jdbc.RecommendJdbcModule;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;

/** The nightly build from lines of orders to what is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BuildingContract {
  private static final Instant NIGHT = Instant.parse("2026-05-02T03:00:00Z");

  private final SettableClock clock = new SettableClock();
  private final List<long[]> lines = new ArrayList<>();
  private CoreDatabase database;
  private RecommendStore store;
  private BuildRecommendations build;
  private Recommend recommend;
  private boolean broken;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    database = shared();
    for (String table :
        List.of(
            "PP_RECOMMEND_STATE",
            "PP_RECOMMEND_LINE",
            "PP_RECOMMEND_PAIR",
            "PP_RECOMMEND_TOP",
            "PP_COMPLEMENT")) {
      database.jdbc.update("delete from " + table);
    }
    clock.set(NIGHT);
    store = RecommendJdbcModule.store(database.jdbc, database.inserts);
    recommend =
        new Recommend(
            store,
            (products, mailboxes) -> {
              Shelf shelf = new Shelf();
              products.forEach(id -> shelf.sells(new ShelfProduct(id, "P" + id, "/p", "", null)));
              return shelf;
            },
            () -> Map.of(1L, "Coffee"),
            database.transactions,
            clock);
    build =
        new BuildRecommendations(
            store,
            this::copy,
            recommend,
            database.transactions,
            WorkFailures.inMemory(database.transactions, clock),
            new BuildRecommendations.Night(
                new JdbcLeases(database.jdbc, database.dialect, database.transactions),
                "a",
                clock,
                LocalTime.of(2, 40),
                () -> ZoneOffset.UTC));
  }

  private void copy(Instant since) {
    List<Object[]> rows = new ArrayList<>();
    lines.forEach(l -> rows.add(new Object[] {l[0], l[1], l[2]}));
    database
        .inserts
        .rows()
        .insert(
            "insert into PP_RECOMMEND_LINE (ORDER_ID, PRODUCT_ID, CATEGORY_ID) values (?, ?, ?)",
            rows);
    if (broken) {
      throw new PostPurchaseException("cut off");
    }
  }

  private void order(long id, long... products) {
    for (long product : products) {
      lines.add(new long[] {id, product, product < 10 ? 1 : 2});
    }
  }

  private RecommendIndex index() {
    RecommendIndex index = new RecommendIndex();
    database.transactions.run(() -> store.read(index));
    return index;
  }

  @Test
  void pairs_of_several_orders_are_ranked_and_what_goes_with_everything_weighs_less() {
    order(1, 1, 2, 9);
    order(2, 1, 2, 9);
    order(3, 1, 9);
    for (long id = 10; id < 30; id++) {
      order(id, 9, 11); // the bag that everybody takes
    }
    order(40, 1, 3);

    RecommendState state = build.now();

    assertThat(index().together(1)).as("3 was bought with it once only").containsExactly(2, 9);
    assertThat(index().together(9)[0]).isEqualTo(11);
    assertThat(index().top(0)[0]).isEqualTo(9);
    assertThat(index().top(1)).startsWith(9, 1);
    assertThat(index().top(2)).containsExactly(11);
    assertThat(state.orders).isEqualTo(24);
    assertThat(state.products).isEqualTo(5);
    assertThat(database.jdbc.queryForObject("select count(*) from PP_RECOMMEND_LINE", Long.class))
        .isZero();
  }

  @Test
  void wholesale_orders_say_nothing() {
    long[] many = new long[31];
    for (int i = 0; i < many.length; i++) {
      many[i] = 100 + i;
    }
    order(1, many);
    order(2, many);
    order(3, 1, 2);

    build.now();

    assertThat(index().together(100)).isEmpty();
    assertThat(index().top(0)).containsExactly(1, 2);
  }

  @Test
  void a_build_that_is_cut_off_leaves_the_last_one() {
    order(1, 1, 2);
    order(2, 1, 2);
    build.now();
    order(3, 1, 3);
    order(4, 1, 3);
    order(5, 1, 3);
    broken = true;

    assertThatThrownBy(build::now).hasMessage("cut off");
    assertThat(index().together(1)).containsExactly(2);
    assertThat(store.state().generation).isEqualTo(1);

    broken = false;
    build.now();
    assertThat(index().together(1)).containsExactly(3, 2);
    assertThat(
            database.jdbc.queryForObject(
                "select min(GENERATION) from PP_RECOMMEND_PAIR", Long.class))
        .as("the old one is gone")
        .isEqualTo(2);
  }

  @Test
  void it_builds_once_a_night_and_only_while_it_is_on() {
    order(1, 1, 2);
    assertThat(build.runDue()).isZero();
    database.transactions.run(() -> store.turn(true));
    clock.advance(Duration.ofMinutes(6));
    assertThat(build.runDue()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(6));
    assertThat(build.runDue()).isZero();
    clock.advance(Duration.ofHours(23).plusMinutes(45));
    assertThat(build.runDue()).isEqualTo(1);
    assertThat(store.state().generation).isEqualTo(2);
  }

  @Test
  void a_reader_sees_a_new_build_and_new_pairs_and_asks_for_them_once_a_minute() {
    OrderLines bought = new OrderLines();
    database.transactions.run(() -> store.turn(true));
    assertThat(bought.recommended()).isEmpty();
    database.transactions.run(
        () -> store.add(Complement.plain(false, 1, 5).on(OfferKind.DISCOUNTED, "20 %", "FIVE")));
    assertThat(bought.recommended()).as("within the minute").isEmpty();
    clock.advance(Duration.ofSeconds(61));
    assertThat(bought.recommended()).containsExactly(5L);
    order(1, 1, 2);
    order(2, 1, 2);
    build.now();
    assertThat(bought.recommended()).containsExactly(5L, 2L);
  }

  private final class OrderLines {
    List<Long> recommended() {
      List<Long> ids = new ArrayList<>();
      recommend
          .to(List.of(new Recommend.Buyer("", List.of(line()), List.of(1L))), 3)
          .get(0)
          .forEach(r -> ids.add(r.product.productId));
      return ids;
    }

    private OrderLine line() {
      return new OrderLine(1, "L1", 1, Money.ofMinor(1, Currency.getInstance("EUR")), "", "")
          .of(new OrderLine.Goods(1, Set.of(), true));
    }
  }

  @Test
  void a_pair_is_there_once_and_comes_back_as_it_was_saved() {
    Complement pair = Complement.plain(true, 7, 5).on(OfferKind.FREE, "free | de: gratis", "X-1");
    long id = database.transactions.call(() -> store.add(pair)).get();

    assertThat(database.transactions.call(() -> store.add(pair))).isEmpty();
    assertThat(store.complement(id).get()).usingRecursiveComparison().isEqualTo(pair.withId(id));
    assertThat(store.remove(id)).isTrue();
    assertThat(store.remove(id)).isFalse();
  }
}
