package org.postpurchase.admin.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.campaign.Campaign;
import org.postpurchase.campaign.Entry;
import org.postpurchase.shared.LocalText;

/** Plain values of one campaign for the pages. */
final class CampaignRow {
  private final Campaign campaign;
  public final Map<String, Integer> sources;
  private final List<Entry> winners;
  private final ZoneId zone;
  private final Locale locale;

  CampaignRow(
      Campaign campaign,
      Map<String, Integer> sources,
      List<Entry> winners,
      ZoneId zone,
      Locale locale) {
    this.campaign = campaign;
    this.sources = sources;
    this.winners = winners;
    this.zone = zone;
    this.locale = locale;
  }

  public long getId() {
    return campaign.id;
  }

  public int getEdition() {
    return campaign.edition;
  }

  public String getCode() {
    return campaign.code;
  }

  public String getTitle() {
    return LocalText.in(campaign.text.title, locale);
  }

  public String getState() {
    return campaign.state.name();
  }

  public String getFrom() {
    return day(campaign.startsAt);
  }

  /** The first day on which nothing is taken any more. */
  public String getUntil() {
    return day(campaign.endsAt);
  }

  private String day(Instant moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(moment.atZone(zone));
  }

  public int getPrizes() {
    return campaign.prizes;
  }

  public String getMoments() {
    return String.join(", ", campaign.moments);
  }

  public boolean isUploads() {
    return campaign.uploads;
  }

  public String getRawTitle() {
    return campaign.text.title;
  }

  public String getHashtag() {
    return campaign.text.hashtag;
  }

  public String getIntro() {
    return campaign.text.intro;
  }

  public String getRules() {
    return campaign.text.rules;
  }

  public String getCommitment() {
    return campaign.draw.commitment;
  }

  public String getDrawnAt() {
    return new Moments(zone, locale).of(campaign.draw.drawnAt);
  }

  public int getEntries() {
    return sources.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Addresses, first prize first. */
  public List<String> getWinners() {
    return winners.stream().map(w -> w.email.toString()).collect(Collectors.toList());
  }
}
