package org.postpurchase.recommend;

/** Why something is recommended, the strongest reason first. */
public enum RecommendReason {
  /** The merchant says that it goes with what was bought. */
  COMPLEMENT,
  /** Others bought it together with what was bought. */
  TOGETHER,
  /** Much bought in a category that the buyer is interested in. */
  CATEGORY,
  /** Much bought in the shop. */
  BESTSELLER
}
