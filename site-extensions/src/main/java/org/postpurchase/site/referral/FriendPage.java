package org.postpurchase.site.referral;

import java.util.Locale;
import java.util.Optional;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.ShowReferrals;

/** What a friend reads, in one language: of the advocate the first name only. */
final class FriendPage {
  private final ReferralWords words;
  private final Locale locale;
  private final ShowReferrals.Invitation invitation;
  public final String channel;

  /** Whether the button was pressed. */
  public final boolean kept;

  public final String link;

  FriendPage(
      ReferralWords words,
      Locale locale,
      Optional<ShowReferrals.Invitation> invitation,
      String channel,
      boolean kept,
      String link) {
    this.words = words;
    this.locale = locale;
    this.invitation = invitation.orElse(null);
    this.channel = channel;
    this.kept = kept;
    this.link = link;
  }

  public String getLanguage() {
    return words.language(locale);
  }

  public boolean isGood() {
    return invitation != null;
  }

  public String getTitle() {
    return getHeading() + " \u00b7 " + words.shop().name;
  }

  public String getHeading() {
    if (invitation == null) {
      return words.get("Friend_Gone_Heading", locale);
    }
    if (kept) {
      return words.get("Friend_Kept_Heading", locale);
    }
    String name = invitation.advocate.firstName.trim();
    String gift = words.friendGets(invitation.programme, locale);
    return name.isEmpty()
        ? words.get("Friend_Heading_NoName", locale, gift)
        : words.get("Friend_Heading", locale, name, gift);
  }

  public String getMessage() {
    if (invitation == null) {
      return words.get("Friend_Gone_Text", locale, words.shop().name);
    }
    return kept
        ? words.get("Friend_Kept_Text", locale, getCode())
        : words.get("Friend_Text", locale, words.shop().name);
  }

  public String getCode() {
    return invitation == null ? "" : FriendCode.shown(invitation.advocate.code);
  }

  /** Without dash, for the cookie. */
  public String getBareCode() {
    return invitation == null ? "" : invitation.advocate.code;
  }

  public String getCodeLabel() {
    return words.get("Friend_Code", locale);
  }

  public String getButton() {
    return words.get("Friend_Button", locale);
  }

  public String getSmall() {
    String minimum = invitation == null ? "" : words.minimum(invitation.programme, locale);
    return (minimum + ' ' + words.get("Friend_Small", locale)).trim();
  }

  public String getToShop() {
    return words.get(kept ? "Friend_ToShop_Kept" : "Friend_ToShop", locale);
  }
}
