package org.postpurchase.loyalty;

/** How customers become members of the programme. The names are stored. */
public enum Joining {
  /** Everybody with an account is one. */
  AUTOMATIC,
  /** Who says so; nothing is earned before. */
  BY_CLICK
}
