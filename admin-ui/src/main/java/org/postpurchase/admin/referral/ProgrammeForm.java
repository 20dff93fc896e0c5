package org.postpurchase.admin.referral;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.ReferralProgramme;
import org.postpurchase.broadleaf.referral.EntityReferralProgrammes;

/** What a merchant has typed about the programme, as text, and what is wrong with it. */
final class ProgrammeForm {
  static final String[] FIELDS = {
    "name",
    "status",
    "friendOffer",
    "minimumAmount",
    "friendPoints",
    "advocateKind",
    "advocatePoints",
    "advocateLadder",
    "advocateOffer",
    "advocateReward",
    "advocateDays",
    "everyNth",
    "waitDays",
    "fallbackDays",
    "capPeriod",
    "capDays",
    "capLifetime",
    "budgetPoints",
    "holdScore",
    "rejectScore",
    "capOrder",
    "tierPoints",
    "invitations",
    "inviteDay",
    "inviteMost",
    "inviteShopDay"
  };
  private static final String BAD = "PostPurchase_Referrals_Bad_";
  private static final int MILLION = 100_000_000;

  private final Map<String, String> typed;
  private final Map<String, String> problems = new LinkedHashMap<>();

  ProgrammeForm(Map<String, String> typed) {
    this.typed = typed;
  }

  Map<String, String> problems() {
    return problems;
  }

  private String text(String field) {
    String value = typed.get(field);
    return value == null ? "" : value.trim();
  }

  private Integer number(String field, int least, int most, boolean needed) {
    String value = text(field);
    if (value.isEmpty() && !needed) {
      return null;
    }
    boolean good = value.matches("\\d{1,9}");
    int number = good ? Integer.parseInt(value) : -1;
    if (!good || number < least || number > most) {
      problems.put(field, BAD + "Number");
      return null;
    }
    return number;
  }

  /** Copies what was typed into the row; nothing is saved while there are problems. */
  void into(
      ReferralProgramme row, Offer friendOffer, Offer advocateOffer, LoyaltyReward advocateReward) {
    row.setName(text("name"));
    if (row.getName().isEmpty() || row.getName().length() > 120) {
      problems.put("name", BAD + "Name");
    }
    row.setStatus(text("status"));
    if (!row.getStatus().matches("DRAFT|ACTIVE|PAUSED")) {
      problems.put("status", BAD + "Status");
    }
    row.setFriendOffer(friendOffer);
    amount(row);
    row.setFriendPoints(number("friendPoints", 0, MILLION, false));
    row.setAdvocateKind(text("advocateKind"));
    if (!row.getAdvocateKind().matches("NONE|POINTS|CODE")) {
      problems.put("advocateKind", BAD + "Status");
    }
    boolean points = row.getAdvocateKind().equals("POINTS");
    row.setAdvocatePoints(number("advocatePoints", 1, MILLION, points));
    ladder(row);
    row.setAdvocateOffer(advocateOffer);
    row.setAdvocateReward(advocateReward);
    boolean ownCode = row.getAdvocateKind().equals("CODE") && advocateReward == null;
    row.setAdvocateDays(number("advocateDays", 1, 730, ownCode));
    row.setEveryNth(number("everyNth", 1, 100, false));
    row.setWaitDays(number("waitDays", 0, 365, true));
    row.setFallbackDays(number("fallbackDays", 0, 365, true));
    row.setCapPeriod(number("capPeriod", 0, 100_000, false));
    row.setCapDays(number("capDays", 1, 3650, false));
    row.setCapLifetime(number("capLifetime", 0, 1_000_000, false));
    row.setBudgetPoints(number("budgetPoints", 0, 999_999_999, false));
    row.setCapOrder(number("capOrder", 0, MILLION, false));
    tiers(row);
    row.setInvitations(!text("invitations").isEmpty());
    row.setInviteDay(number("inviteDay", 0, 1000, false));
    row.setInviteMost(number("inviteMost", 0, 100_000, false));
    row.setInviteShopDay(number("inviteShopDay", 0, 100_000, false));
    row.setHoldScore(number("holdScore", 1, 1000, true));
    row.setRejectScore(number("rejectScore", 1, 1000, true));
    together(row);
  }

  private void amount(ReferralProgramme row) {
    String amount = text("minimumAmount").replace(',', '.');
    if (amount.isEmpty()) {
      row.setMinimumAmount(null);
    } else if (amount.matches("\\d{1,9}(\\.\\d{1,3})?")) {
      row.setMinimumAmount(new BigDecimal(amount));
    } else {
      problems.put("minimumAmount", BAD + "Amount");
    }
  }

  private void ladder(ReferralProgramme row) {
    String steps = text("advocateLadder");
    try {
      EntityReferralProgrammes.ladder(steps);
      row.setAdvocateLadder(steps.isEmpty() ? null : steps);
    } catch (IllegalArgumentException unreadable) {
      problems.put("advocateLadder", BAD + "Ladder");
    }
    if (steps.length() > 255) {
      problems.put("advocateLadder", BAD + "Ladder");
    }
  }

  private void tiers(ReferralProgramme row) {
    String points = typed.get("tierPoints");
    if (points == null || points.length() > 1000) {
      problems.put("tierPoints", BAD + "Number");
    } else {
      row.setTierPoints(points.isEmpty() ? null : points);
    }
  }

  /** Invitations cannot be switched on where the law of the shop's country refuses them. */
  void lawful(boolean allowed) {
    if (!allowed && !text("invitations").isEmpty()) {
      problems.put("invitations", BAD + "Law");
    }
  }

  private void together(ReferralProgramme row) {
    boolean active = "ACTIVE".equals(row.getStatus());
    if (active && row.getFriendOffer() == null) {
      problems.put("friendOffer", BAD + "Offer");
    }
    boolean reward =
        row.getAdvocateReward() != null && row.getAdvocateReward().getRewardOffer() != null;
    if (active
        && "CODE".equals(row.getAdvocateKind())
        && row.getAdvocateOffer() == null
        && !reward) {
      problems.put("advocateOffer", BAD + "Offer");
    }
    if (row.getHoldScore() != null
        && row.getRejectScore() != null
        && row.getHoldScore() > row.getRejectScore()) {
      problems.put("rejectScore", BAD + "Scores");
    }
  }
}
