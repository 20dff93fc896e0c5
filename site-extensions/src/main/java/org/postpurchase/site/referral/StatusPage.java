package org.postpurchase.site.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralReason;
import org.postpurchase.referral.ReferralReward;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.referral.invite.SendInvitations;

/** An advocate's own page, in one language. */
final class StatusPage {
  private final ReferralWords words;
  private final Locale locale;
  private final ShowReferrals.Status status;
  public final AskView ask;
  public final String path;
  private final Told told;

  /** What has just been done here, and what can be. */
  static final class Told {
    final String word;
    final SendInvitations.Offer invitations;

    Told(String word, SendInvitations.Offer invitations) {
      this.word = word;
      this.invitations = invitations;
    }
  }

  StatusPage(
      ReferralWords words,
      Locale locale,
      ShowReferrals.Status status,
      AskView ask,
      String path,
      Told told) {
    this.words = words;
    this.locale = locale;
    this.status = status;
    this.ask = ask;
    this.path = path;
    this.told = told;
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

  public String getCode() {
    return FriendCode.shown(status.advocate.code);
  }

  public boolean isAppealed() {
    return told.word.equals("asked");
  }

  /** Whether the shop may be asked to write to friends. */
  public boolean isInviting() {
    return told.invitations == SendInvitations.Offer.YES;
  }

  /** Whether it was asked as often as it may be. */
  public boolean isUsedUp() {
    return told.invitations == SendInvitations.Offer.USED_UP;
  }

  /** What became of the form; empty when it was not sent. */
  public String getInviteSaid() {
    if (told.word.equals("invited")) {
      return words.get("Invite_Done", locale);
    }
    return told.word.equals("incomplete") ? words.get("Invite_Incomplete", locale) : "";
  }

  /** One for each address that a form takes. */
  public List<Integer> getInviteFields() {
    List<Integer> fields = new ArrayList<>();
    for (int i = 1; i <= SendInvitations.AT_ONCE; i++) {
      fields.add(i);
    }
    return fields;
  }

  public String getPdf() {
    return path + "/card.pdf";
  }

  public String getCard() {
    return path + "/card";
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
      boolean waitsForTheLink =
          referral.state == ReferralState.HELD && referral.reason == ReferralReason.SUSPENDED;
      return words.get(waitsForTheLink ? "Why_SUSPENDED_HELD" : "Why_" + referral.reason, locale);
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
