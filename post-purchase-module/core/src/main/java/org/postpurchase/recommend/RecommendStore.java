package org.postpurchase.recommend;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds and the merchant's pairs. Methods join the caller's transaction. */
public interface RecommendStore {
  RecommendState state();

  /** Switches recommendations on or off. */
  void turn(boolean active);

  /**
   * Copies what was bought together since then from the shop, counts it and publishes the result
   * whole. Readers see the old build until the transaction ends, which belongs to the build alone:
   * on PostgreSQL the rest of it joins no table row by row.
   *
   * @param lines see {@link PurchasedLines}
   */
  RecommendState build(PurchasedLines lines, Instant since, Instant now);

  /** Fills the pairs and bestsellers of the current build into the index. */
  void read(RecommendIndex index);

  /** In the order in which they are offered. */
  List<Complement> complements();

  Optional<Complement> complement(long id);

  /** Empty when the same pair is there already. */
  Optional<Long> add(Complement fresh);

  boolean remove(long id);

  /** Copies lines of the shop's placed orders for the build. */
  @FunctionalInterface
  interface PurchasedLines {
    /**
     * Inserts into PP_RECOMMEND_LINE (ORDER_ID, PRODUCT_ID, CATEGORY_ID) each product of each order
     * that was placed since then and is not cancelled, once for each order, without what came back
     * whole. One statement, however many there are.
     */
    void copy(Instant since);
  }
}
