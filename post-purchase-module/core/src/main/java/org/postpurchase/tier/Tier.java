package org.postpurchase.tier;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** One step of the ladder as the merchant has set it. Immutable. */
public final class Tier {
  /** How the rule key of points begins that are given for reaching a tier. */
  public static final String ENTRY_RULE = "tier-entry:";

  /** Never changes and is never used again. */
  public final String key;

  public final String name;

  /** What has to be reached: points, or whole units of the policy's currency. */
  public final long threshold;

  public final Benefits benefits;

  /**
   * Since when the tier can be reached as it is. Who had reached it by then stands on it without a
   * reward or a mail.
   */
  public final Instant since;

  public Tier(String key, String name, long threshold, Benefits benefits, Instant since) {
    this.key = requireNonNull(key, "key");
    this.name = requireNonNull(name, "name");
    this.threshold = threshold;
    this.benefits = requireNonNull(benefits, "benefits");
    this.since = requireNonNull(since, "since");
  }

  /** Rule key of the points given for reaching it; such points count towards no tier. */
  public String entryRule() {
    return ENTRY_RULE + key;
  }

  /** What a tier is good for. */
  public static final class Benefits {
    /** 150 gives half as many points again for each purchase; 100 gives nothing more. */
    public final int earnPercent;

    /** Points given once for each ascent; 0 for none. */
    public final long entryPoints;

    /** Offers of the host that only members of this tier and those above may use. */
    public final Set<Long> offerIds;

    /** In the merchant's words, for shoppers; may be empty. */
    public final String words;

    public Benefits(int earnPercent, long entryPoints, Set<Long> offerIds, String words) {
      this.earnPercent = earnPercent;
      this.entryPoints = entryPoints;
      this.offerIds = Collections.unmodifiableSet(new LinkedHashSet<>(offerIds));
      this.words = requireNonNull(words, "words");
    }
  }
}
