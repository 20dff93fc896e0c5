package org.postpurchase.site.usage;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.occasion.UsageForm;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/** What the reader of a link sees: one product and one question, and nothing about anybody. */
public final class UsagePage {
  private static final String KEY = "PostPurchase_Usage_";

  private final ShopTexts texts;
  private final Shop shop;
  private final Locale locale;
  private final UsageForm.Asked asked;
  private final UsageForm.Answer answer;
  private final String typed;

  /**
   * @param asked empty when the link is no good
   * @param answer what came of the last press; null for none
   */
  UsagePage(
      ShopTexts texts,
      Shop shop,
      Locale locale,
      Optional<UsageForm.Asked> asked,
      UsageForm.Answer answer,
      String typed) {
    this.texts = texts;
    this.shop = shop;
    this.locale = locale;
    this.asked = asked.orElse(null);
    this.answer = answer;
    this.typed = typed;
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  public boolean isGood() {
    return asked != null;
  }

  /** Whether something was saved with the press before. */
  public boolean isDone() {
    return answer == UsageForm.Answer.SAVED || answer == UsageForm.Answer.STOPPED;
  }

  /** Whether what was typed cannot be taken. */
  public boolean isWrong() {
    return answer == UsageForm.Answer.NO_NUMBER || answer == UsageForm.Answer.OUT_OF_RANGE;
  }

  /** Whether there is anything to stop. */
  public boolean isKnown() {
    return asked != null && asked.perWeek > 0;
  }

  public String getTitle() {
    return getHeading() + " \u00b7 " + shop.name;
  }

  public String getHeading() {
    return !isGood()
        ? word("Gone_Heading")
        : isDone() ? word(answer + "_Heading") : texts.get(KEY + "Heading", locale, asked.product);
  }

  public String getMessage() {
    return !isGood()
        ? word("Gone_Text")
        : isDone()
            ? texts.get(KEY + answer + "_Text", locale, units(asked.every), asked.product)
            : texts.get(KEY + "Text", locale, units(asked.every));
  }

  public String getProblem() {
    return isWrong() ? word("Problem_" + answer) : "";
  }

  public String getLabel() {
    return asked == null ? "" : texts.get(KEY + "Label", locale, asked.unit);
  }

  public String getUnit() {
    return asked == null ? "" : asked.unit;
  }

  public String getValue() {
    return !typed.isEmpty() || !isKnown() ? typed : String.valueOf(asked.perWeek);
  }

  public String getButton() {
    return word("Button");
  }

  public String getStop() {
    return word("Stop");
  }

  public String getToShop() {
    return word("ToShop");
  }

  private String units(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number) + "\u00a0" + asked.unit;
  }

  private String word(String name) {
    return texts.get(KEY + name, locale);
  }
}
