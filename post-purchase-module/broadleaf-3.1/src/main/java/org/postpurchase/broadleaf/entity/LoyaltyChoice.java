package org.postpurchase.broadleaf.entity;

import static org.postpurchase.broadleaf.entity.Choice.all;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.postpurchase.loyalty.EarningRuleTypes;
import org.postpurchase.shared.LocalText;

/** What a merchant can choose in the forms of the loyalty programme and its rules. */
public final class LoyaltyChoice {
  private LoyaltyChoice() {}

  /** What happens when returned points were spent. */
  public static final class Shortfall extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, Shortfall> TYPES =
        all(Shortfall::new, "FORGIVE", "Forgive it", "CARRY", "Set it off against later points");

    private Shortfall(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** What several multipliers come to. */
  public static final class Stacking extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, Stacking> TYPES =
        all(
            Stacking::new,
            "ADD",
            "Add them up",
            "MULTIPLY",
            "Multiply them",
            "BEST_OF",
            "Only the best");

    private Stacking(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /**
   * What points are given for, as it comes with the product; our own form and list have the types
   * of the shop.
   */
  public static final class RuleType extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, RuleType> TYPES = all(RuleType::new, shipped());

    private static String[] shipped() {
      return EarningRuleTypes.shipped().all().stream()
          .flatMap(type -> Stream.of(type.key(), LocalText.in(type.label(), Locale.ROOT)))
          .toArray(String[]::new);
    }

    private RuleType(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** What a limit counts. */
  public static final class Period extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, Period> TYPES =
        all(
            Period::new,
            "DAY",
            "Each day",
            "MONTH",
            "Each month",
            "YEAR",
            "Each year",
            "EVER",
            "Once and for all");

    private Period(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** What counts towards tiers. */
  public static final class TierBasis extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, TierBasis> TYPES =
        all(TierBasis::new, "POINTS", "Points that have matured", "SPEND", "Money spent");

    private TierBasis(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** Which time counts towards tiers. */
  public static final class TierWindow extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, TierWindow> TYPES =
        all(
            TierWindow::new,
            "ROLLING_YEAR",
            "The last twelve months",
            "CALENDAR_YEAR",
            "This calendar year and the last");

    private TierWindow(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** How customers become members. */
  public static final class Joining extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, Joining> TYPES =
        all(Joining::new, "AUTOMATIC", "Everybody with an account", "BY_CLICK", "Who joins");

    private Joining(int place, String type, String words) {
      super(place, type, words);
    }
  }
}
