package org.postpurchase.broadleaf.points;

/** Why a points payment was not taken as it stood. Also a message key. */
public enum PointsProblem {
  /** Not even the least can be made of what was asked for. */
  UNFIT,
  /** None of its points can be used for this order any more. */
  GONE,
  /** Fewer can, or they are worth something else now. */
  CHANGED,
  /** The same order is in another checkout at this moment. */
  BUSY,
  /** Something of ours does not work. */
  UNAVAILABLE
}
