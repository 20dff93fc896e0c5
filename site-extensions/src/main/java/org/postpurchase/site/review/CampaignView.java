package org.postpurchase.site.review;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.campaign.Campaign;
import org.postpurchase.campaign.CampaignState;
import org.postpurchase.shared.LocalText;

/** A campaign's page, in one language. */
final class CampaignView {
  private final Campaign campaign;
  public final boolean open;
  private final Locale locale;
  private final ReviewWords words;
  private int entries;
  private List<Integer> numbers = Collections.emptyList();
  private String notice = "";
  private boolean failed;
  private String email = "";
  private String nickname = "";
  private String body = "";

  /**
   * @param campaign null for a page that says that there is none
   */
  CampaignView(Campaign campaign, boolean open, Locale locale, ReviewWords words) {
    this.campaign = campaign;
    this.open = open;
    this.locale = locale;
    this.words = words;
  }

  CampaignView said(String name, boolean isProblem) {
    notice = words.of(name, locale, words.shop.name);
    failed = isProblem;
    return this;
  }

  CampaignView problem(String sentence) {
    notice = sentence;
    failed = true;
    return this;
  }

  CampaignView typed(Submission sent) {
    email = sent.text("email");
    nickname = sent.text("nickname");
    body = sent.text("body");
    return this;
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

  public boolean isThere() {
    return campaign != null;
  }

  public String getTitle() {
    return campaign == null ? text("Campaign_Gone") : in(campaign.text.title);
  }

  private String in(String text) {
    return LocalText.in(text, locale);
  }

  public String getIntro() {
    return campaign == null ? text("Campaign_GoneText") : in(campaign.text.intro);
  }

  public String getRules() {
    return in(campaign.text.rules);
  }

  public String getHashtag() {
    return campaign.text.hashtag;
  }

  /** Whether there is a form for photos now. */
  public boolean isUploads() {
    return open && campaign.uploads;
  }

  /** Whether there is a form that needs no photo now. */
  public boolean isFree() {
    return open && campaign.prizes > 0;
  }

  public boolean isContest() {
    return campaign.prizes > 0;
  }

  public boolean isDrawn() {
    return campaign.state == CampaignState.DRAWN;
  }

  public String getEnds() {
    return words.of("Campaign_Ends", locale, words.day(campaign.endsAt, locale));
  }

  public String getCommitment() {
    return campaign.draw.commitment;
  }

  /** Secret before the draw. */
  public String getSeed() {
    return isDrawn() ? campaign.draw.seed : "";
  }

  public String getEntriesHash() {
    return campaign.draw.entriesHash;
  }

  public String getDrawnText() {
    return words.of(
        "Campaign_Drawn",
        locale,
        entries,
        campaign.prizes,
        words.day(campaign.draw.drawnAt, locale));
  }

  /** Numbers of the winning entries, first prize first; nobody's name. */
  public String getNumbers() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** How many entries there were, and which of them won. */
  CampaignView drawn(int all, List<Integer> winningNumbers) {
    entries = all;
    numbers = winningNumbers;
    return this;
  }

  /** What the owner of a photo agrees to. */
  public String getConsent() {
    return consent(words, locale);
  }

  static String consent(ReviewWords words, Locale locale) {
    return words.of("Campaign_Consent", locale, words.shop.name);
  }

  public String getNotice() {
    return notice;
  }

  public boolean isFailed() {
    return failed;
  }

  public String getEmail() {
    return email;
  }

  public String getNickname() {
    return nickname;
  }

  public String getBody() {
    return body;
  }

  public String getShopName() {
    return words.shop.name;
  }

  public String getShopUrl() {
    return words.shop.url;
  }
}
