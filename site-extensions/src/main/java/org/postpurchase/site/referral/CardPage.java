package org.postpurchase.site.referral;

import java.util.Locale;
import java.util.Optional;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.referral.pdf.CardPdf;
import org.postpurchase.referral.pdf.PrintedCard;
import org.postpurchase.referral.qr.QrCode;

/** A card to print: to hand over, or to put into a parcel; in one language. */
final class CardPage {
  /** Channel of links on paper. */
  static final String PRINT = "print";

  /** Channel of links that lie in a parcel. */
  static final String SLIP = "slip";

  private final ReferralWords words;
  private final Locale locale;
  private final Texts texts;
  private final String target;
  private final String code;

  /** What differs from card to card. */
  private static final class Texts {
    final String heading;
    final String message;
    final String small;

    Texts(String heading, String message, String small) {
      this.heading = heading;
      this.message = message;
      this.small = small;
    }
  }

  private CardPage(ReferralWords words, Locale locale, Texts texts, String target, String code) {
    this.words = words;
    this.locale = locale;
    this.texts = texts;
    this.target = target;
    this.code = code;
  }

  /**
   * A card of an advocate, for a friend.
   *
   * @param channel of the link in its QR code, which tells printed cards from other ways
   */
  static CardPage ofFriend(
      ReferralWords words,
      Locale locale,
      ShowReferrals.Status status,
      ReferralLinks links,
      String channel) {
    String name = status.advocate.firstName.trim();
    String message =
        name.isEmpty()
            ? words.get("Card_Text_NoName", locale, words.shop().name)
            : words.get("Card_Text", locale, name, words.shop().name);
    String small =
        (words.minimum(status.programme, locale) + ' ' + words.get("Friend_Small", locale)).trim();
    return new CardPage(
        words,
        locale,
        new Texts(words.friendGets(status.programme, locale), message, small),
        links.friend(status.advocate.code, channel),
        status.advocate.code);
  }

  /** For the buyer of an order who has no link yet: the QR code leads to the button for one. */
  static CardPage ofBuyer(ReferralWords words, Locale locale, AskView ask, String target) {
    return new CardPage(words, locale, new Texts(ask.heading, ask.message, ask.small), target, "");
  }

  public String getLanguage() {
    return words.language(locale);
  }

  public String getTitle() {
    return words.get("Card_Title", locale, words.shop().name);
  }

  public String getHeading() {
    return texts.heading;
  }

  public String getMessage() {
    return texts.message;
  }

  /** Empty where there is only the QR code. */
  public String getCode() {
    return code.isEmpty() ? "" : FriendCode.shown(code);
  }

  /** As people read and type it; empty where nobody could type it. */
  public String getAddress() {
    return code.isEmpty() ? "" : target.replaceFirst("^https?://", "").replaceFirst("[?].*", "");
  }

  public String getQr() {
    return QrCode.of(target)
        .svg(
            code.isEmpty()
                ? words.get("Card_Scan", locale)
                : words.get("Card_Qr", locale, getCode()));
  }

  public String getScan() {
    return words.get("Card_Scan", locale);
  }

  public String getSmall() {
    return texts.small;
  }

  public String getPrint() {
    return words.get("Card_Print", locale);
  }

  public String getPdfLabel() {
    return words.get("Card_Pdf", locale);
  }

  /** The same as a file; empty where its font cannot write the language. */
  Optional<byte[]> pdf() {
    return CardPdf.of(
        new PrintedCard(
            words.shop().name,
            getHeading(),
            getMessage(),
            new PrintedCard.Link(target, getCode(), getAddress(), getScan()),
            getSmall()),
        locale);
  }
}
