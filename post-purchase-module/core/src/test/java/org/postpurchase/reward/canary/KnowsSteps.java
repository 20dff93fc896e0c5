package org.postpurchase.reward.canary;

import org.postpurchase.series.Anchor;

final class KnowsSteps {
  Anchor anchor = Anchor.SHIPPED;
}
