package org.postpurchase.admin.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postpurchase.broadleaf.referral.EntityReferralProgrammes;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.Tiers;

/** The table of the form that says what both sides get where the advocate stands on a tier. */
final class TierPoints {
  private static final String NUMBER = "\\d{0,9}";

  private final Tiers tiers;

  public TierPoints(Tiers tiers) {
    this.tiers = tiers;
  }

  private List<Tier> ladder() {
    return tiers.policy().map((TierPolicy policy) -> policy.tiers).orElseGet(ArrayList::new);
  }

  /** A line for each tier that there is, from the lowest, as the kept text has it. */
  List<Row> rows(String kept) {
    List<Row> rows = new ArrayList<>();
    Map<String, Long> advocate = EntityReferralProgrammes.tierPoints(kept, true);
    Map<String, Long> friend = EntityReferralProgrammes.tierPoints(kept, false);
    for (Tier tier : ladder()) {
      rows.add(new Row(tier, text(advocate.get(tier.key)), text(friend.get(tier.key))));
    }
    return rows;
  }

  private static String text(Long number) {
    return number == null ? "" : number.toString();
  }

  /**
   * What was typed into those lines as it is kept; nothing of a tier that is gone.
   *
   * @return null when one of them is no whole number
   */
  String read(Function<String, String> form) {
    StringBuilder text = new StringBuilder();
    for (Tier tier : ladder()) {
      String advocate = typed(form, Row.ADVOCATE + tier.key);
      String friend = typed(form, Row.FRIEND + tier.key);
      if (!advocate.matches(NUMBER) || !friend.matches(NUMBER)) {
        return null;
      }
      if (!(advocate + friend).isEmpty()) {
        text.append(text.length() == 0 ? "" : "; ").append(tier.key).append('=');
        text.append(advocate.isEmpty() ? "0" : advocate).append('+');
        text.append(friend.isEmpty() ? "0" : friend);
      }
    }
    return text.toString();
  }

  private static String typed(Function<String, String> form, String field) {
    String value = form.apply(field);
    return value == null ? "" : value.trim();
  }

  /** One tier. Getters for the template. */
  public static final class Row {
    static final String ADVOCATE = "advocate-";
    static final String FRIEND = "friend-";

    private final Tier tier;
    public final String advocate;
    public final String friend;

    Row(Tier tier, String advocate, String friend) {
      this.tier = tier;
      this.advocate = advocate;
      this.friend = friend;
    }

    public String getName() {
      return tier.name;
    }

    public String getAdvocateField() {
      return ADVOCATE + tier.key;
    }

    public String getFriendField() {
      return FRIEND + tier.key;
    }
  }
}
