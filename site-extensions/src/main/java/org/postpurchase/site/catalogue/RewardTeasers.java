package org.postpurchase.site.catalogue;

import java.util.Collections;
import java.util.List;

/** The rewards in words for everybody. Getters because page templates read beans. */
public final class RewardTeasers {
  private final String language;
  private final String heading;
  private final List<RewardTeaser> rewards;

  RewardTeasers(String language, String heading, List<RewardTeaser> rewards) {
    this.language = language;
    this.heading = heading;
    this.rewards = Collections.unmodifiableList(rewards);
  }

  public String getLanguage() {
    return language;
  }

  public String getHeading() {
    return heading;
  }

  public List<RewardTeaser> getRewards() {
    return rewards;
  }
}
