package org.postpurchase.site;

import java.text.NumberFormat;
import java.util.Locale;
import org.postpurchase.loyalty.PointsUse;

/** Says what can be paid with points now: the same sentence on the page of points and in a cart. */
public final class PointsUseWords {
  private static final String KEY = "PostPurchase_Points_Use_";
  private final ShopTexts texts;

  public PointsUseWords(ShopTexts texts) {
    this.texts = texts;
  }

  /** Empty where points pay nothing. */
  public String sentence(PointsUse use, String pointsName, Locale locale) {
    switch (use.state) {
      case READY:
        return texts.get(
            KEY + "READY",
            locale,
            number(use.most, locale),
            pointsName,
            use.worth.map(worth -> worth.format(locale)).orElse(""));
      case TOO_FEW_POINTS:
        return texts.get(
            KEY + "TOO_FEW_POINTS",
            locale,
            number(use.least, locale),
            pointsName,
            number(use.missing, locale));
      case ACCOUNT_FROZEN:
        return texts.get(KEY + "ACCOUNT_FROZEN", locale, pointsName);
      default:
        return "";
    }
  }

  private static String number(long points, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(points);
  }
}
