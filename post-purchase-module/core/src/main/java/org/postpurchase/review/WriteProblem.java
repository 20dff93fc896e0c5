package org.postpurchase.review;

/** Why a review was not taken. Names are parts of message keys. */
public enum WriteProblem {
  /** Reviews are switched off, or the order is not there any more. */
  CLOSED,
  /** The line cannot be reviewed, or belongs to another order. */
  NOT_THIS_LINE,
  NO_STARS,
  TEXT_TOO_LONG,
  NICKNAME_TOO_LONG,
  /** It looks like an address or a number, which everybody would read. */
  NICKNAME_IS_ADDRESS,
  TOO_MANY_PHOTOS,
  /** The video is not at one of the hosts that the shop has named. */
  VIDEO_NOT_ALLOWED,
  /** Somebody changed the review at the same moment. */
  CHANGED_MEANWHILE
}
