package org.postpurchase.content;

/** For what an entry is meant, the narrowest first. The names are stored. */
public enum ContentScope {
  PRODUCT,
  /** A category and all below it. */
  CATEGORY,
  /** Whatever nothing narrower is there for. */
  SHOP
}
