package org.postpurchase.admin.settings;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.LoyaltyChoice;

/** What can be wrong with the form of an earning rule; what a kind of rule ignores never is. */
final class RuleFields {
  private static final int NAME_MAX = 120;
  private static final int POINTS_MAX = 100_000_000;
  private static final int PERCENT_MAX = 10_000;
  private static final int PRIORITY_MAX = 1_000_000;
  private static final Pattern EVENT = Pattern.compile("[A-Z_]{2,30}");

  private RuleFields() {}

  static Map<String, String> problems(EarningRule row) {
    FieldProblems found = new FieldProblems();
    FieldLimits fields = new FieldLimits(found);
    fields.filled("name", row.getName(), NAME_MAX);
    found.choice("type", row.getType(), LoyaltyChoice.RuleType.TYPES);
    found.choice("period", row.getPeriod(), LoyaltyChoice.Period.TYPES);
    fields.rates("rates", row.getRates(), "SPEND".equals(row.getType()));
    gives(row, found, fields);
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

  private static void gives(EarningRule row, FieldProblems found, FieldLimits fields) {
    boolean isEvent = "EVENT".equals(row.getType());
    if (isEvent || "FIRST_ORDER".equals(row.getType())) {
      fields.between("points", row.getPoints(), 1, POINTS_MAX, "PostPurchase_Problem_PointsNeeded");
    }
    if ("MULTIPLY".equals(row.getType())) {
      fields.between("percent", row.getPercent(), 101, PERCENT_MAX, "PostPurchase_Problem_Percent");
    }
    String event = row.getEventCode() == null ? "" : row.getEventCode();
    if ((isEvent || !event.isEmpty()) && !EVENT.matcher(event).matches()) {
      found.add("eventCode", "PostPurchase_Problem_EventCode");
    }
  }
}
