package org.postpurchase.admin.settings;

import java.time.LocalDateTime;
import java.util.Map;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.LoyaltyChoice;

/** What can be wrong with an earning rule whatever its type; the type says the rest. */
final class RuleFields {
  private static final int NAME_MAX = 120;
  private static final int PRIORITY_MAX = 1_000_000;

  private RuleFields() {}

  static Map<String, String> problems(EarningRule row) {
    FieldProblems found = new FieldProblems();
    FieldLimits fields = new FieldLimits(found);
    fields.filled("name", row.getName(), NAME_MAX);
    found.choice("period", row.getPeriod(), LoyaltyChoice.Period.TYPES);
    fields.ids("productIds", row.getProductIds());
    fields.ids("categoryIds", row.getCategoryIds());
    fields.ids("tierIds", row.getTierIds());
    LocalDateTime from = fields.moment("activeFrom", row.getActiveFrom());
    LocalDateTime until = fields.moment("activeUntil", row.getActiveUntil());
    if (from != null && until != null && !from.isBefore(until)) {
      found.add("activeUntil", "PostPurchase_Problem_MomentOrder");
    }
    fields.emptyOrAboveZero("perOrder", row.getPerOrder());
    fields.emptyOrAboveZero("perCustomer", row.getPerCustomer());
    fields.emptyOrAboveZero("budgetPoints", row.getBudgetPoints());
    fields.between(
        "priority", row.getPriority(), 0, PRIORITY_MAX, "PostPurchase_Problem_ZeroOrMore");
    return found.byField();
  }
}
