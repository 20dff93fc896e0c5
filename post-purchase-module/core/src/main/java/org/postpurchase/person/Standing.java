package org.postpurchase.person;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

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

  /**
   * When a product's page was last looked at, of those who agreed to its being kept; null when
   * nothing is kept.
   */
  public Instant lastSeenAt;

  /** Products whose pages were looked at lately. */
  public final Set<Long> seenProducts = new HashSet<>();

  /** Their categories, those above them included. */
  public final Set<Long> seenCategories = new HashSet<>();
}
