package org.postpurchase.site.catalogue;

import java.util.Collections;
import java.util.List;

/** The rewards in words for everybody. */
public final class RewardTeasers {
  public final String language;
  public final String heading;
  public final List<RewardTeaser> rewards;

  RewardTeasers(String language, String heading, List<RewardTeaser> rewards) {
    this.language = language;
    this.heading = heading;
    this.rewards = Collections.unmodifiableList(rewards);
  }
}
