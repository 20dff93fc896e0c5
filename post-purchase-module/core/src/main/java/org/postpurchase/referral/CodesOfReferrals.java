package org.postpurchase.referral;

import java.time.Instant;
import java.util.Locale;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.reward.RewardGrant;

/** Rewards that are codes: given out when the reward is safe, withdrawn while they are unused. */
public final class CodesOfReferrals {
  private final IssueReward issue;
  private final RewardCodeStore codes;

  public CodesOfReferrals(IssueReward issue, RewardCodeStore codes) {
    this.issue = issue;
    this.codes = codes;
  }

  RewardCode pay(
      ReferralReward reward, String contact, long customerId, Locale locale, Instant at) {
    RewardGrant grant = new RewardGrant(reward.key(), reward.offerId, contact, customerId, 0, "");
    return issue.issue(grant, reward.validDays, locale, at);
  }

  /** Whether nothing is left of it; a code that was used stays used. */
  boolean withdraw(ReferralReward reward) {
    RewardCode code = codes.findByKey(reward.key()).orElse(null);
    return code == null || codes.revoke(code.id);
  }
}
