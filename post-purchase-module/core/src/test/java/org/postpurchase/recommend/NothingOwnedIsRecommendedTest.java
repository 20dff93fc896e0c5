package org.postpurchase.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Transactions;
import org.postpurchase.testkit.Seed;

/** What is recommended, from builds, pairs, sales and orders of every kind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NothingOwnedIsRecommendedTest {
  private static final Transactions PLAIN =
      new Transactions() {
        @Override
        public <T> T call(Supplier<T> work) {
          return work.get();
        }
      };
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

  private final Set<Long> onSale = new TreeSet<>();
  private final Map<String, Set<Long>> ordered = new HashMap<>();
  private final Built built = new Built();
  private int reads;

  private Recommend recommend() {
    return new Recommend(
        built,
        (products, mailboxes) -> {
          reads++;
          Shelf shelf = new Shelf();
          products.stream()
              .filter(onSale::contains)
              .forEach(id -> shelf.sells(new ShelfProduct(id, "P" + id, "/p" + id, "", null)));
          mailboxes.forEach(
              m ->
                  ordered
                      .getOrDefault(m, Collections.emptySet())
                      .forEach(id -> shelf.hasOrdered(m, id, 1 + id % 3)));
          return shelf;
        },
        () -> Map.of(1L, "Coffee", 2L, "Brewing", 3L, "Kitchen"),
        PLAIN,
        CLOCK);
  }

  private static OrderLine line(long product, Long... categories) {
    return new OrderLine(
            product, "L" + product, 1, Money.ofMinor(1, Currency.getInstance("EUR")), "", "")
        .of(new OrderLine.Goods(product, new LinkedHashSet<>(Arrays.asList(categories)), true));
  }

  private List<Recommendation> to(String mailbox, OrderLine... bought) {
    Set<Long> never = Arrays.stream(bought).map(l -> l.goods.productId).collect(Collectors.toSet());
    Recommend.Buyer buyer = new Recommend.Buyer(mailbox, Arrays.asList(bought), never);
    return recommend().to(Collections.singletonList(buyer), 3).get(0);
  }

  private static List<Long> ids(List<Recommendation> all) {
    return all.stream().map(r -> r.product.productId).collect(Collectors.toList());
  }

  @Test
  void the_chain_goes_from_what_the_merchant_says_to_what_sells_best() {
    for (long id = 1; id <= 9; id++) {
      onSale.add(id);
    }
    built.complements.add(Complement.plain(false, 1, 2).on(OfferKind.FREE, "", "").withId(1));
    built.together.put(1L, List.of(3L));
    built.top.put(1L, List.of(1L, 4L));
    built.top.put(0L, List.of(1L, 4L, 5L, 6L));

    List<Recommendation> all = recommend(5, line(1, 1L));

    assertThat(ids(all)).containsExactly(2L, 3L, 4L, 5L, 6L);
    assertThat(all)
        .extracting(r -> r.reason)
        .containsExactly(
            RecommendReason.COMPLEMENT,
            RecommendReason.TOGETHER,
            RecommendReason.CATEGORY,
            RecommendReason.BESTSELLER,
            RecommendReason.BESTSELLER);
    assertThat(all).extracting(r -> r.because).containsExactly("L1", "L1", "Coffee", "", "");
    assertThat(RecommendWords.reason(all.get(1), Locale.GERMAN))
        .isEqualTo("Weil Sie L1 gekauft haben");
  }

  private List<Recommendation> recommend(int most, OrderLine line) {
    Recommend.Buyer buyer =
        new Recommend.Buyer("", Collections.singletonList(line), Set.of(line.goods.productId));
    return recommend().to(Collections.singletonList(buyer), most).get(0);
  }

  @Test
  void a_buyer_without_an_order_gets_what_sells_in_the_category_of_earlier_ones() {
    onSale.addAll(List.of(4L, 7L, 8L));
    ordered.put("ada@example.com", Set.of(1L)); // of category 2
    built.top.put(2L, List.of(4L));
    built.top.put(0L, List.of(8L));

    List<Recommendation> all = to("ada@example.com");

    assertThat(ids(all)).containsExactly(4L, 8L);
    assertThat(all.get(0).because).isEqualTo("Brewing");
  }

  @Test
  void nothing_at_all_while_it_is_switched_off() {
    onSale.add(1L);
    built.top.put(0L, List.of(1L));
    built.active = false;

    assertThat(to("")).isEmpty();
    assertThat(reads).isZero();
  }

  @Test
  void one_look_at_the_shop_serves_a_hundred_buyers() {
    for (long id = 1; id <= 20; id++) {
      onSale.add(id);
    }
    built.top.put(0L, new ArrayList<>(onSale));
    List<Recommend.Buyer> buyers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      buyers.add(
          new Recommend.Buyer(
              "b" + i + "@example.com", Collections.emptyList(), Collections.emptySet()));
    }

    assertThat(recommend().to(buyers, 3)).hasSize(100).allSatisfy(r -> assertThat(r).hasSize(3));
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void nothing_owned_returned_sold_out_or_gone_and_nothing_twice_for_random_shops() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    int shown = 0;
    for (int round = 0; round < 3_000; round++) {
      onSale.clear();
      ordered.clear();
      built.clear();
      int goods = 1 + random.nextInt(25);
      for (long id = 1; id <= goods; id++) {
        if (random.nextInt(3) > 0) {
          onSale.add(id);
        }
        built.together.put(id, some(random, goods, 6));
      }
      for (long category = 0; category <= 3; category++) {
        built.top.put(category, some(random, goods, 8));
      }
      for (long pair : some(random, goods, 4)) {
        built.complements.add(
            Complement.plain(random.nextBoolean(), 1 + random.nextInt(goods), pair));
      }
      Set<Long> had = new HashSet<>(some(random, goods, 6));
      ordered.put("ada@example.com", had);
      OrderLine[] bought =
          some(random, goods, 3).stream()
              .map(id -> line(id, 1L + id % 3, 1L + random.nextInt(3)))
              .toArray(OrderLine[]::new);
      Set<Long> never = new HashSet<>(had);
      never.add(0L); // so that there is something that must not come
      Arrays.stream(bought).forEach(l -> never.add(l.goods.productId));

      List<Long> told = ids(to("ada@example.com", bought));

      assertThat(told)
          .as("seed %s round %s", seed, round)
          .doesNotHaveDuplicates()
          .hasSizeLessThanOrEqualTo(3)
          .doesNotContainAnyElementsOf(never)
          .isSubsetOf(onSale);
      boolean left =
          built.top.get(0L).stream().anyMatch(id -> onSale.contains(id) && !never.contains(id));
      assertThat(told.isEmpty() && left).as("seed %s round %s falls back", seed, round).isFalse();
      shown += told.size();
    }
    assertThat(shown).as("seed %s", seed).isGreaterThan(1_000);
  }

  private static List<Long> some(Random random, int goods, int most) {
    Set<Long> some = new LinkedHashSet<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      some.add(1L + random.nextInt(goods));
    }
    return new ArrayList<>(some);
  }

  /** A build that is there. */
  private static final class Built implements RecommendStore {
    final Map<Long, List<Long>> together = new HashMap<>();
    final Map<Long, List<Long>> top = new HashMap<>();
    final List<Complement> complements = new ArrayList<>();
    boolean active = true;

    void clear() {
      together.clear();
      top.clear();
      complements.clear();
    }

    @Override
    public RecommendState state() {
      return new RecommendState(active, 1, CLOCK.instant(), 1, 1, 1);
    }

    @Override
    public void turn(boolean on) {
      active = on;
    }

    @Override
    public RecommendState build(PurchasedLines lines, Instant since, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void read(RecommendIndex index) {
      together.forEach(index::together);
      top.forEach(index::top);
    }

    @Override
    public List<Complement> complements() {
      return complements;
    }

    @Override
    public Optional<Complement> complement(long id) {
      return Optional.empty();
    }

    @Override
    public Optional<Long> add(Complement fresh) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(long id) {
      throw new UnsupportedOperationException();
    }
  }
}
