package org.postpurchase.site.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralReward;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ShowReferrals;

/** An advocate's own page, in one language. */
public final class StatusPage {
  private final ReferralWords words;
  private final Locale locale;
  private final ShowReferrals.Status status;
  private final AskView ask;
  private final String path;
  private final boolean appealed;

  StatusPage(
      ReferralWords words,
      Locale locale,
      ShowReferrals.Status status,
      AskView ask,
      String path,
      boolean appealed) {
    this.words = words;
    this.locale = locale;
    this.status = status;
    this.ask = ask;
    this.path = path;
    this.appealed = appealed;
  }

  public String getLanguage() {
    return words.language(locale);
  }

  public String getTitle() {
    return words.get("Status_Title", locale, words.shop().name);
  }

  public String getHeading() {
    return words.get("Status_Heading", locale);
  }

  public AskView getAsk() {
    return ask;
  }

  public String getCode() {
    return FriendCode.shown(status.advocate.code);
  }

  public boolean isAppealed() {
    return appealed;
  }

  public String getCard() {
    return path + "/card";
  }

  public String getPath() {
    return path;
  }

  public String getEmpty() {
    return words.get("Status_Empty", locale);
  }

  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    for (ShowReferrals.Friend friend : status.friends) {
      rows.add(new Row(friend));
    }
    return rows;
  }

  public String text(String name) {
    return words.get(name, locale);
  }

  /** One friend: what happened, and what it is worth. */
  public final class Row {
    private final Referral referral;
    private final ReferralReward reward;

    Row(ShowReferrals.Friend friend) {
      referral = friend.referral;
      reward = friend.reward.orElse(null);
    }

    public long getId() {
      return referral.id;
    }

    public String getDay() {
      return words.day(referral.claim.at, locale);
    }

    public String getState() {
      return referral.state.name();
    }

    public String getLabel() {
      return words.get("Status_" + referral.state, locale);
    }

    public String getWhy() {
      if (referral.state == ReferralState.QUALIFYING && referral.dueAt != null) {
        return words.get("Status_Due", locale, words.day(referral.dueAt, locale));
      }
      if (referral.state == ReferralState.REWARDED && reward != null && reward.takenBack > 0) {
        return words.get("Why_PART_BACK", locale);
      }
      return words.get("Why_" + referral.reason, locale);
    }

    public String getWorth() {
      boolean shown = reward != null && reward.points > 0 && referral.isBooked();
      return shown ? words.points(reward.left(), locale) : "";
    }

    /** Whether another look can be asked for here. */
    public boolean isAppealable() {
      boolean waits =
          referral.state == ReferralState.HELD || referral.state == ReferralState.REJECTED;
      return waits && referral.appealedAt == null;
    }

    public boolean isAppealed() {
      return referral.appealedAt != null;
    }
  }
}
