package org.postpurchase.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/** What happens to advocates and friends, for series. What was said then stays true. */
public final class ReferralTrigger implements PersonTrigger {
  private static final String[][] ALL = {
    {TellReferrals.FRIEND_JOINED, "A friend has ordered", "Geworbene haben bestellt"},
    {TellReferrals.REWARDED, "Referral rewarded", "Empfehlung belohnt"},
    {TellReferrals.REDUCED, "Referral reward reduced", "Empfehlungspr\u00e4mie gek\u00fcrzt"},
    {
      TellReferrals.REVERSED,
      "Referral reward taken back",
      "Empfehlungspr\u00e4mie zur\u00fcckgenommen"
    }
  };

  private final String[] words;
  private final ProgrammeReader points;

  private ReferralTrigger(String[] words, ProgrammeReader points) {
    this.words = words;
    this.points = points;
  }

  /**
   * @param points how points are called
   */
  public static List<PersonTrigger> all(ProgrammeReader points) {
    List<PersonTrigger> all = new ArrayList<>();
    for (String[] each : ALL) {
      all.add(new ReferralTrigger(each, points));
    }
    return Collections.unmodifiableList(all);
  }

  @Override
  public String key() {
    return words[0];
  }

  @Override
  public String label(Locale locale) {
    return locale.getLanguage().equals("de") ? words[2] : words[1];
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(
        MomentValues.none()
            .text(
                "pointsName",
                points.find().map(p -> LocalText.in(p.pointsName, locale)).orElse("")));
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("side", "ADVOCATE")
        .text("forFriend", "")
        .text("hasReward", "yes")
        .text("hasPoints", "yes")
        .text("pointsName", LocalText.in("points | de: Punkte", locale))
        .text("rewardCode", "")
        .text("code", "ABCD-2345")
        .text("url", "https://shop.example/post-purchase/referrals/example")
        .number("points", 500)
        .day("due", Instant.parse("2026-02-01T00:00:00Z"));
  }
}
