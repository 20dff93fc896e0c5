package org.postpurchase.segment;

/** Why a segment cannot be saved. Words for merchants stand in the admin's texts under the name. */
public enum SegmentProblem {
  NO_NAME,
  NAME_TOO_LONG,
  NOT_READABLE,
  /** Names the field. */
  UNKNOWN_FIELD,
  /** Names the field and the operator. */
  UNKNOWN_OPERATOR,
  /** Names the field and the value. */
  BAD_VALUE,
  /** Names the field and the currency. */
  BAD_CURRENCY,
  /** Names the most. */
  TOO_DEEP,
  /** Names the most. */
  TOO_MANY,
  EMPTY_GROUP,
  /** Names the id. */
  PRODUCT_GONE,
  /** Names the id. */
  CATEGORY_GONE,
  /** Names the tier. */
  TIER_GONE,
  CHANGED_MEANWHILE
}
