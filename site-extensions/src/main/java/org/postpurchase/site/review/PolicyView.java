package org.postpurchase.site.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postpurchase.review.HideReason;
import org.postpurchase.review.ReviewSettings;
import org.postpurchase.shared.LocalText;

/** How reviews are checked, in sentences that follow from the settings. */
final class PolicyView {
  private final ReviewSettings settings;
  private final Locale locale;
  private final ReviewWords words;

  PolicyView(ReviewSettings settings, Locale locale, ReviewWords words) {
    this.settings = settings;
    this.locale = locale;
    this.words = words;
  }

  Locale locale() {
    return locale;
  }

  public String getLanguage() {
    return words.language(locale);
  }

  public String text(String name) {
    return words.of(name, locale, words.shop.name);
  }

  /** When reviews appear. */
  public String getPublishing() {
    return words.of("Policy_" + settings.publishing, locale);
  }

  /** What is given for reviews. */
  public String getIncentive() {
    return settings.incentive.isEmpty()
        ? words.of("Policy_NoIncentive", locale)
        : words.of("Policy_Incentive", locale, LocalText.in(settings.incentive, locale));
  }

  public String getPhotos() {
    return settings.photos ? words.of("Policy_Photos", locale) : "";
  }

  /** How buyers who kept a product are counted; empty where that is not shown. */
  public String getKept() {
    return settings.keptRate ? words.of("Policy_Kept", locale) : "";
  }

  /** All reasons for which a review may be hidden. */
  public List<String> getReasons() {
    List<String> reasons = new ArrayList<>();
    for (HideReason reason : HideReason.values()) {
      reasons.add(words.of("Reason_" + reason, locale));
    }
    return reasons;
  }

  public String getShopName() {
    return words.shop.name;
  }

  public String getShopUrl() {
    return words.shop.url;
  }
}
