package org.postpurchase.admin.home;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.ui.Amounts;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.holdout.Arm;
import org.postpurchase.holdout.Effect;
import org.postpurchase.series.Series;

/** One series with what its comparison has shown. The template reads the fields. */
final class EffectRow {
  private static final String KEY = "PostPurchase_Effect_";

  public final long seriesId;
  public final String name;

  /** Why nobody can be held back from it; null when somebody can. */
  public final String obstacle;

  /** How many of 100 are held back now; 0 for nobody. */
  public final int percent;

  /** What can be said, in a sentence; null where nothing was ever compared. */
  public final String verdict;

  /** Name of the verdict, for its colour. */
  public final String kind;

  public final List<Group> groups = new ArrayList<>();

  /** One of the two groups. */
  public static final class Group {
    public final String name;
    public final String people;
    public final String buyers;
    public final String ofHundred;
    public final String money;

    Group(String name, String people, String buyers, String ofHundred, String money) {
      this.name = name;
      this.people = people;
      this.buyers = buyers;
      this.ofHundred = ofHundred;
      this.money = money;
    }
  }

  EffectRow(Series series, Optional<Effect> effect, Words words, Locale locale) {
    seriesId = series.id;
    name = series.draft.name;
    obstacle = series.draft.sendsMarketing() ? null : KEY + "OrderMails";
    percent = effect.filter(e -> e.holdout.isRunning()).map(e -> e.holdout.percent).orElse(0);
    kind = effect.map(e -> e.verdict().name()).orElse("");
    verdict = effect.map(e -> sentence(e, words, locale)).orElse(null);
    effect.ifPresent(
        e -> {
          for (Arm arm : Arm.values()) {
            groups.add(group(e, arm, words, locale));
          }
        });
  }

  private static Group group(Effect effect, Arm arm, Words words, Locale locale) {
    Effect.Group group = effect.of(arm);
    NumberFormat whole = NumberFormat.getIntegerInstance(locale);
    List<String> money = new ArrayList<>();
    for (Map.Entry<String, BigDecimal> each : group.money.entrySet()) {
      money.add(Amounts.of(each.getValue(), each.getKey(), locale));
    }
    return new Group(
        words.of(KEY + arm, arm.name(), locale),
        whole.format(group.people),
        whole.format(group.buyers),
        group.people == 0 ? "–" : tenths(effect.buyersOfHundred(arm), locale),
        money.isEmpty() ? "–" : String.join(" · ", money));
  }

  private static String sentence(Effect effect, Words words, Locale locale) {
    String key = KEY + effect.verdict();
    NumberFormat whole = NumberFormat.getIntegerInstance(locale);
    switch (effect.verdict()) {
      case TOO_FEW:
        return words.filled(
            key,
            locale,
            whole.format(Effect.PEOPLE_LEAST),
            whole.format(effect.of(Arm.MESSAGED).people),
            whole.format(effect.of(Arm.HELD_BACK).people),
            whole.format(effect.waiting));
      case UNEVEN:
        return words.filled(
            key,
            locale,
            whole.format(effect.of(Arm.MESSAGED).all),
            whole.format(effect.of(Arm.HELD_BACK).all),
            effect.holdout.percent);
      default:
        boolean fewer = effect.verdict() == Effect.Verdict.FEWER;
        return words.filled(
            key,
            locale,
            tenths(effect.buyersOfHundred(Arm.MESSAGED), locale),
            tenths(effect.buyersOfHundred(Arm.HELD_BACK), locale),
            tenths(Math.abs(effect.difference()), locale),
            tenths(fewer ? -effect.high() : effect.low(), locale),
            tenths(fewer ? -effect.low() : effect.high(), locale));
    }
  }

  private static String tenths(double number, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(number == 0 ? 0 : number);
  }
}
