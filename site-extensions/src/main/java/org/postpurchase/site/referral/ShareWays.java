package org.postpurchase.site.referral;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ReferralProgramme;

/**
 * The ways to share an advocate's link, in the advocate's words and from the advocate's account.
 */
final class ShareWays {
  private final ReferralLinks links;
  private final ReferralWords words;

  public ShareWays(ReferralLinks links, ReferralWords words) {
    this.links = links;
    this.words = words;
  }

  List<ShareWay> of(ReferralProgramme programme, Advocate advocate, Locale locale) {
    String gift = words.friendGets(programme, locale);
    String shop = words.shop().name;
    String subject = words.get("Share_Subject", locale, shop, gift);
    return Arrays.asList(
        way(
            "mail",
            locale,
            "mailto:?subject=" + enc(subject) + "&body=" + text(advocate, "mail", gift, locale)),
        way("whatsapp", locale, "https://wa.me/?text=" + text(advocate, "whatsapp", gift, locale)),
        way(
            "facebook",
            locale,
            "https://www.facebook.com/sharer/sharer.php?u="
                + enc(links.friend(advocate.code, "facebook"))),
        way(
            "x",
            locale,
            "https://twitter.com/intent/tweet?text=" + text(advocate, "x", gift, locale)));
  }

  /** What a phone's own share sheet is given. */
  String nativeText(ReferralProgramme programme, Locale locale) {
    return words.get("Share_Short", locale, words.shop().name, words.friendGets(programme, locale));
  }

  String link(Advocate advocate, String channel) {
    return links.friend(advocate.code, channel);
  }

  private String text(Advocate advocate, String channel, String gift, Locale locale) {
    return enc(
        words.get(
            "Share_Text", locale, words.shop().name, gift, links.friend(advocate.code, channel)));
  }

  private ShareWay way(String name, Locale locale, String address) {
    return new ShareWay(name, words.get("Share_" + name, locale), address);
  }

  private static String enc(String text) {
    try {
      return URLEncoder.encode(text, "UTF-8").replace("+", "%20");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JVM has UTF-8", e);
    }
  }
}
