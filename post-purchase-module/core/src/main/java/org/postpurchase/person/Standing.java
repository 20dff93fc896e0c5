package org.postpurchase.person;

/**
 * What other features say about a person when they are asked. Null for what is not known, such as
 * the points of somebody without an account of points. Mutable; filled by one thread.
 */
public final class Standing {
  /** Usable points. */
  public Long points;

  /** Empty below the lowest tier. */
  public String tier = "";

  /** Published reviews. */
  public int reviews;

  public Integer lastStars;

  /** Referrals that led to a reward. */
  public int friends;

  /** Last answer to "would you recommend us", 0 to 10. */
  public Integer lastScore;

  /** To advertising by e-mail: GRANTED, WITHDRAWN, or empty when nothing was said. */
  public String consent = "";
}
