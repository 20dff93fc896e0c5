package org.postpurchase.broadleaf.entity;

import java.util.Map;

/** What a merchant can choose in the form of a referral programme. */
public final class ReferralChoice {
  private ReferralChoice() {}

  /** Whether friends are welcome. */
  public static final class Stage extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, Stage> TYPES =
        all(Stage::new, "DRAFT", "Draft", "ACTIVE", "Active", "PAUSED", "Paused");

    private Stage(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** What an advocate gets. */
  public static final class Reward extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, Reward> TYPES =
        all(Reward::new, "POINTS", "Points", "CODE", "A code", "NONE", "Nothing");

    private Reward(int place, String type, String words) {
      super(place, type, words);
    }
  }
}
