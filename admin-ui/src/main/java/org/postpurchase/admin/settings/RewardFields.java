package org.postpurchase.admin.settings;

import java.time.LocalDateTime;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.postpurchase.broadleaf.entity.LoyaltyReward;

/** What can be wrong with the form of a reward. */
final class RewardFields {
  private static final int NAME_MAX = 120;
  private static final int DESCRIPTION_MAX = 500;
  private static final int POINTS_MAX = 100_000_000;
  private static final int DAYS_MAX = 730;
  private static final int PRIORITY_MAX = 1_000_000;

  private RewardFields() {}

  static FieldProblems problems(LoyaltyReward row) {
    FieldProblems found = new FieldProblems();
    FieldLimits fields = new FieldLimits(found);
    fields.filled("name", row.getName(), NAME_MAX);
    notLonger(found, "description", row.getDescription(), DESCRIPTION_MAX);
    fields.between(
        "costPoints", row.getCostPoints(), 1, POINTS_MAX, "PostPurchase_Problem_OneOrMore");
    fields.between("validDays", row.getValidDays(), 1, DAYS_MAX, "PostPurchase_Problem_RewardDays");
    fields.emptyOrAboveZero("stock", row.getStock());
    fields.emptyOrAboveZero("perCustomer", row.getPerCustomer());
    LocalDateTime from = fields.moment("activeFrom", row.getActiveFrom());
    LocalDateTime until = fields.moment("activeUntil", row.getActiveUntil());
    if (from != null && until != null && !from.isBefore(until)) {
      found.add("activeUntil", "PostPurchase_Problem_MomentOrder");
    }
    if (row.getTierKey() != null && !row.getTierKey().matches("\\d{1,18}")) {
      found.add("tierKey", "PostPurchase_Problem_Tier");
    }
    fields.between(
        "priority", row.getPriority(), 0, PRIORITY_MAX, "PostPurchase_Problem_ZeroOrMore");
    offer(row, found);
    return found;
  }

  private static void notLonger(FieldProblems found, String field, String text, int max) {
    if (text != null && text.length() > max) {
      found.add(field, "PostPurchase_Problem_Long");
    }
  }

  private static void offer(LoyaltyReward row, FieldProblems found) {
    Offer offer = row.getRewardOffer();
    if (offer == null) {
      if (Boolean.TRUE.equals(row.getActive())) {
        found.add("rewardOffer", "PostPurchase_Problem_RewardOffer");
      }
    } else if (offer.isAutomaticallyAdded()) {
      found.add("rewardOffer", "PostPurchase_Problem_OfferForAll");
    }
  }
}
