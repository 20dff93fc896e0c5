package org.postpurchase.site.preferences;

import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.restraint.PreferenceLinks;
import org.postpurchase.restraint.Preferences;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.sms.SmsChoices;

/** Everything that the page shows, in one language. Getters for the page's template. */
final class PreferencesView {
  private static final String KEY = "PostPurchase_Preferences_";

  private final ShopTexts texts;
  private final Shop shop;
  private final Locale locale;
  private String problem = "";
  private String notice = "";
  private String address = "";
  private Preferences.State state;
  private boolean account;
  private boolean saved;
  private boolean clicks;
  private Optional<SmsChoices.State> sms = Optional.empty();
  private String day = "";
  private String month = "";
  private Map<Long, String> categories = Collections.emptyMap();
  private boolean browsing;
  private boolean browsingAsked;

  PreferencesView(ShopTexts texts, Shop shop, Locale locale) {
    this.texts = texts;
    this.shop = shop;
    this.locale = locale;
  }

  PreferencesView of(PreferenceLinks.Owner owner, Preferences.State newState) {
    String whole = owner.address.toString();
    int at = whole.lastIndexOf('@');
    address = at < 1 ? "\u2026" : whole.substring(0, 1) + "\u2026" + whole.substring(at);
    account = owner.customerId != 0;
    state = newState;
    return this;
  }

  PreferencesView categories(Map<Long, String> all) {
    categories = all;
    return this;
  }

  /** Whether the person has agreed to its being kept what is looked at, and whether it may be. */
  PreferencesView browsing(boolean agreed, boolean wanted) {
    browsing = agreed;
    browsingAsked = agreed || wanted;
    return this;
  }

  PreferencesView clicks(boolean measured) {
    clicks = measured;
    return this;
  }

  PreferencesView sms(Optional<SmsChoices.State> newState) {
    sms = newState;
    return this;
  }

  /** Whether text messages can be chosen: a number is known, and its holder has not said STOP. */
  public boolean isSms() {
    return sms.isPresent() && !sms.get().stopped;
  }

  public boolean isSmsOn() {
    return sms.isPresent() && sms.get().on;
  }

  public String getSmsTitle() {
    return text("SmsTitle", sms.map(state -> state.shownNumber).orElse(""));
  }

  /** What the reader agrees to by ticking the box. */
  public String getSmsText() {
    return text("Sms");
  }

  PreferencesView problem(String name) {
    problem = name;
    return this;
  }

  PreferencesView because(String name) {
    notice = text("Problem_" + name);
    return this;
  }

  PreferencesView saved(boolean is) {
    saved = is;
    return this;
  }

  PreferencesView typed(HttpServletRequest request) {
    day = String.valueOf(request.getParameter("day"));
    month = String.valueOf(request.getParameter("month"));
    return this;
  }

  Locale locale() {
    return locale;
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  public String getShopName() {
    return LocalText.in(shop.name, locale);
  }

  public String getShopUrl() {
    return shop.url;
  }

  public String getSupport() {
    return shop.supportEmail;
  }

  public boolean isProblem() {
    return !problem.isEmpty();
  }

  public String getHeading() {
    return isProblem() ? text("Heading_" + problem) : text("Heading");
  }

  public String getIntro() {
    return isProblem() ? text("Text_" + problem) : text("Intro");
  }

  /** What was wrong with what was sent; empty for nothing. */
  public String getNotice() {
    return notice;
  }

  public boolean isSaved() {
    return saved;
  }

  /** How things stand, one sentence each. */
  public List<String> getSummary() {
    List<String> lines = new ArrayList<>();
    lines.add(text(state.advertising ? "Now_Advertising" : "Now_NoAdvertising"));
    if (state.advertising) {
      lines.add(text(state.weekly ? "Now_Weekly" : "Now_Often"));
      state.pausedUntil.ifPresent(until -> lines.add(getPausedText()));
    }
    if (isSms()) {
      boolean waits = sms.get().asked;
      lines.add(text(isSmsOn() ? "Now_Sms" : waits ? "Now_SmsAsked" : "Now_NoSms"));
    }
    lines.add(text(state.asked ? "Now_Asked" : "Now_NotAsked"));
    if (browsingAsked) {
      lines.add(text(browsing ? "Now_Browsing" : "Now_NotBrowsing"));
    }
    if (clicks) {
      lines.add(text(state.unmeasured ? "Now_NotMeasured" : "Now_Measured"));
    }
    List<String> liked = new ArrayList<>();
    categories.forEach(
        (id, name) -> {
          if (state.interests.contains(id)) {
            liked.add(name);
          }
        });
    if (!liked.isEmpty()) {
      lines.add(text("Now_Interests", String.join(", ", liked)));
    }
    return lines;
  }

  /** Enough to recognise one's own address by, and too little to learn another's. */
  public String getAddress() {
    return address;
  }

  public boolean isAdvertising() {
    return state.advertising;
  }

  /** What the reader agrees to by ticking the box. */
  public String getAdvertisingText() {
    return text("Advertising");
  }

  /** Whether there is anything to agree to, or to take back. */
  public boolean isBrowsingAsked() {
    return browsingAsked;
  }

  public boolean isBrowsing() {
    return browsing;
  }

  /** What the reader agrees to by ticking the box. */
  public String getBrowsingText() {
    return text("Browsing");
  }

  public boolean isAsked() {
    return state.asked;
  }

  /** Whether the shop measures clicks at all, so that there is something to object to. */
  public boolean isClicks() {
    return clicks;
  }

  public boolean isUnmeasured() {
    return state.unmeasured;
  }

  public boolean isWeekly() {
    return state.weekly;
  }

  public boolean isPaused() {
    return state.pausedUntil.isPresent();
  }

  public String getPausedText() {
    return state
        .pausedUntil
        .map(
            until ->
                text(
                    "Paused",
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(LocaleCode.plain(locale))
                        .format(until.atZone(shop.zone))))
        .orElse("");
  }

  /** Whether a birthday can be kept: only with an account. */
  public boolean isAccount() {
    return account;
  }

  public List<PreferenceOption> getDays() {
    List<PreferenceOption> days = new ArrayList<>();
    for (int each = 1; each <= 31; each++) {
      String value = String.valueOf(each);
      days.add(new PreferenceOption(value, value, value.equals(day)));
    }
    return days;
  }

  public List<PreferenceOption> getMonths() {
    List<PreferenceOption> months = new ArrayList<>();
    for (Month each : Month.values()) {
      String value = String.valueOf(each.getValue());
      String name = each.getDisplayName(TextStyle.FULL_STANDALONE, locale);
      months.add(
          new PreferenceOption(
              value, name.matches("\\d+") ? fallback(each) : name, value.equals(month)));
    }
    return months;
  }

  /** Some locale data has no name for a month that stands alone. */
  private String fallback(Month each) {
    return each.getDisplayName(TextStyle.FULL, locale);
  }

  public List<PreferenceOption> getInterests() {
    List<PreferenceOption> all = new ArrayList<>();
    categories.forEach(
        (id, name) ->
            all.add(new PreferenceOption(String.valueOf(id), name, state.interests.contains(id))));
    return all;
  }

  public String text(String name) {
    return texts.get(KEY + name, locale, shop.name);
  }

  private String text(String name, String value) {
    return texts.get(KEY + name, locale, shop.name, value);
  }
}
