package org.postpurchase.recommend;

import static java.util.Objects.requireNonNull;

/** One product for one buyer, with the reason. Immutable. */
public final class Recommendation {
  public final ShelfProduct product;
  public final RecommendReason reason;

  /** Name of what was bought, or of the category; empty for a bestseller. */
  public final String because;

  /** The merchant's terms; null where it is no complement. */
  public final Complement complement;

  Recommendation(
      ShelfProduct product, RecommendReason reason, String because, Complement complement) {
    this.product = requireNonNull(product, "product");
    this.reason = requireNonNull(reason, "reason");
    this.because = requireNonNull(because, "because");
    this.complement = complement;
  }
}
