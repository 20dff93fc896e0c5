package org.postpurchase.loyalty.canary;

import org.postpurchase.reward.RewardState;

final class KnowsTheCodes {
  RewardState state = RewardState.USED;
}
