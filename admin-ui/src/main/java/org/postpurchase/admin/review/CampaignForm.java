package org.postpurchase.admin.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.postpurchase.campaign.Campaign;

/** The form of a campaign as it was typed. */
final class CampaignForm {
  private static final int TITLE_MAX = 255;
  private static final int TEXT_MAX = 10_000;

  private final Map<String, String> fields;

  CampaignForm(Map<String, String> fields) {
    this.fields = fields;
  }

  public String get(String name) {
    return fields.getOrDefault(name, "").trim();
  }

  public boolean isUploads() {
    return !get("uploads").isEmpty();
  }

  /** Key of the words for what is wrong; empty for nothing. */
  String problem(Set<String> triggers) {
    if (!Campaign.CODE.matcher(get("code")).matches()) {
      return "PostPurchase_Campaign_Problem_Code";
    }
    boolean tooLong = get("intro").length() > TEXT_MAX || get("rules").length() > TEXT_MAX;
    if (get("title").isEmpty() || get("title").length() > TITLE_MAX || tooLong) {
      return "PostPurchase_Campaign_Problem_Text";
    }
    if (!get("hashtag").matches("|#?[\\p{L}\\p{N}_]{1,50}")) {
      return "PostPurchase_Campaign_Problem_Hashtag";
    }
    if (!get("prizes").matches("\\d{1,3}")
        || Integer.parseInt(get("prizes")) > Campaign.PRIZES_MAX) {
      return "PostPurchase_Campaign_Problem_Prizes";
    }
    if (Integer.parseInt(get("prizes")) > 0 && get("rules").isEmpty()) {
      return "PostPurchase_Campaign_Problem_Rules";
    }
    if (!triggers.containsAll(Campaign.moments(get("moments"))) || get("moments").length() > 255) {
      return "PostPurchase_Campaign_Problem_Moments";
    }
    LocalDate from = day("from");
    LocalDate until = day("until");
    return from == null || until == null || !from.isBefore(until)
        ? "PostPurchase_Campaign_Problem_Days"
        : "";
  }

  private LocalDate day(String name) {
    try {
      return LocalDate.parse(get(name));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private Instant start(String name, ZoneId zone) {
    return day(name).atStartOfDay(zone).toInstant();
  }

  /** Without problems only. */
  Campaign campaign(long id, int edition, ZoneId zone) {
    String tag = get("hashtag");
    return Campaign.of(
            get("code"),
            new Campaign.Text(
                get("title"),
                tag.isEmpty() || tag.startsWith("#") ? tag : "#" + tag,
                get("intro"),
                get("rules")))
        .row(id, edition)
        .entries(Campaign.moments(get("moments")), isUploads())
        .prizes(Integer.parseInt(get("prizes")), Campaign.Draw.NONE)
        .runs(start("from", zone), start("until", zone))
        .build();
  }
}
