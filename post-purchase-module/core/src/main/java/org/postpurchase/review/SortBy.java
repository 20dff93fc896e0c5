package org.postpurchase.review;

/** In which order the reviews of a product are shown. Names are parts of addresses. */
public enum SortBy {
  NEWEST,
  HIGHEST,
  LOWEST
}
