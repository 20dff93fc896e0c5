package org.postpurchase.site.referral;

import java.util.Locale;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.referral.qr.QrCode;

/** A card to print and hand over, in one language. */
public final class CardPage {
  /** Channel of links on paper. */
  static final String PRINT = "print";

  private final ReferralWords words;
  private final Locale locale;
  private final ShowReferrals.Status status;
  private final ReferralLinks links;

  CardPage(ReferralWords words, Locale locale, ShowReferrals.Status status, ReferralLinks links) {
    this.words = words;
    this.locale = locale;
    this.status = status;
    this.links = links;
  }

  public String getLanguage() {
    return words.language(locale);
  }

  public String getTitle() {
    return words.get("Card_Title", locale, words.shop().name);
  }

  public String getHeading() {
    return words.friendGets(status.programme, locale);
  }

  public String getMessage() {
    String name = status.advocate.firstName.trim();
    return name.isEmpty()
        ? words.get("Card_Text_NoName", locale, words.shop().name)
        : words.get("Card_Text", locale, name, words.shop().name);
  }

  public String getCode() {
    return FriendCode.shown(status.advocate.code);
  }

  public String getAddress() {
    return links.friend(status.advocate.code, "").replaceFirst("^https?://", "");
  }

  /** The link as a QR code, which tells printed cards from other ways. */
  public String getQr() {
    return QrCode.of(links.friend(status.advocate.code, PRINT))
        .svg(words.get("Card_Qr", locale, getCode()));
  }

  public String getScan() {
    return words.get("Card_Scan", locale);
  }

  public String getSmall() {
    return (words.minimum(status.programme, locale) + ' ' + words.get("Friend_Small", locale))
        .trim();
  }

  public String getPrint() {
    return words.get("Card_Print", locale);
  }
}
