package org.postpurchase.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderLine;

/**
 * The chain of reasons: what the merchant says goes with it, what others bought with it, what sells
 * best in its categories or those of earlier orders, what sells best at all. What the buyer has
 * ever ordered and what is not on sale falls out, and the next one takes its place.
 */
final class ChooseRecommendations {
  /** Looked at for one buyer, so that enough is left when some of it is sold out. */
  private static final int CANDIDATES_MOST = 48;

  private final RecommendIndex index;

  ChooseRecommendations(RecommendIndex index) {
    this.index = index;
  }

  /** Whose sale has to be looked at, best first. */
  Set<Long> candidates(List<OrderLine> bought) {
    Set<Long> all = new LinkedHashSet<>();
    chain(bought, new HashMap<>()).forEach(c -> all.add(c.productId));
    if (bought.isEmpty()) { // what else may interest is known only with what was ordered before
      for (long category : index.topCategories()) {
        add(all, index.top(category), 3);
      }
    }
    return all.stream()
        .limit(bought.isEmpty() ? 10L * CANDIDATES_MOST : CANDIDATES_MOST)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void add(Set<Long> all, long[] products, int most) {
    for (int i = 0; i < Math.min(most, products.length); i++) {
      all.add(products[i]);
    }
  }

  /**
   * @param bought kept lines that reasons may name
   * @param never products that are not recommended whatever the shelf says
   */
  List<Recommendation> of(
      List<OrderLine> bought, Collection<Long> never, String mailbox, Shelf shelf, int most) {
    List<Recommendation> chosen = new ArrayList<>();
    Set<Long> seen = new HashSet<>(never);
    for (Candidate candidate : chain(bought, shelf.orderedBy(mailbox))) {
      ShelfProduct product = shelf.find(candidate.productId);
      boolean wanted =
          chosen.size() < most
              && product != null
              && !shelf.hasOrdered(mailbox, candidate.productId)
              && seen.add(candidate.productId);
      if (wanted) {
        chosen.add(
            new Recommendation(product, candidate.reason, candidate.because, candidate.complement));
      }
    }
    return chosen;
  }

  /** Without looking at the shelf; the same product may come more than once. */
  private List<Candidate> chain(List<OrderLine> bought, Map<Long, Long> before) {
    List<Candidate> all = new ArrayList<>();
    for (OrderLine line : bought) {
      for (Complement c : index.complements(line.goods.productId, line.goods.categoryIds)) {
        all.add(new Candidate(c.productId, RecommendReason.COMPLEMENT, line.name, c));
      }
    }
    for (int rank = 0; rank < RecommendIndex.TOGETHER_MOST; rank++) {
      for (OrderLine line : bought) {
        long[] others = index.together(line.goods.productId);
        if (rank < others.length) {
          all.add(new Candidate(others[rank], RecommendReason.TOGETHER, line.name, null));
        }
      }
    }
    for (long category : interests(bought, before)) {
      for (long product : index.top(category)) {
        all.add(new Candidate(product, RecommendReason.CATEGORY, index.category(category), null));
      }
    }
    for (long product : index.top(0)) {
      all.add(new Candidate(product, RecommendReason.BESTSELLER, "", null));
    }
    all.removeIf(c -> c.reason == RecommendReason.CATEGORY && c.because.isEmpty());
    return all;
  }

  /** Of the order, the nearest first; else of earlier orders, the most frequent first. */
  private static Collection<Long> interests(List<OrderLine> bought, Map<Long, Long> before) {
    if (!bought.isEmpty()) {
      Set<Long> categories = new LinkedHashSet<>();
      bought.forEach(line -> categories.addAll(line.goods.categoryIds));
      return categories;
    }
    Map<Long, Integer> counts = new LinkedHashMap<>();
    before.values().forEach(category -> counts.merge(category, 1, Integer::sum));
    counts.remove(0L);
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  private static final class Candidate {
    final long productId;
    final RecommendReason reason;
    final String because;
    final Complement complement;

    Candidate(long productId, RecommendReason reason, String because, Complement complement) {
      this.productId = productId;
      this.reason = reason;
      this.because = because;
      this.complement = complement;
    }
  }
}
