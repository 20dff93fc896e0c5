package org.postpurchase.admin.people;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Amounts;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.StepNames;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.people.EntrySource;
import org.postpurchase.people.TimelineEntry;
import org.postpurchase.shared.Shop;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.Tiers;

/** Says entries of a time line in the admin's language. Reads names only, once for a page. */
final class EntryWords {
  /** What decisions about entering a series are stored as. */
  private static final String ENTERING = "series";

  private final Words words;
  private final StepNames steps;
  private final OrderLinks orders;
  private final Tiers tiers;
  private final Shop shop;

  public EntryWords(Words words, StepNames steps, OrderLinks orders, Tiers tiers, Shop shop) {
    this.words = words;
    this.steps = steps;
    this.orders = orders;
    this.tiers = tiers;
    this.shop = shop;
  }

  Words words() {
    return words;
  }

  Shop shop() {
    return shop;
  }

  List<EntryRow> rows(List<TimelineEntry> entries, Locale locale) {
    Page page = new Page(entries, locale);
    Set<String> facts = new TreeSet<>();
    return entries.stream()
        .filter(e -> e.source != EntrySource.ORDER_FACT || facts.add(e.what + e.orderId + e.at))
        .map(page::row)
        .collect(Collectors.toList());
  }

  /** Name of a tier; empty for none. */
  String tier(String key) {
    return key.isEmpty() ? "" : tierNames().getOrDefault(key, key);
  }

  private Map<String, String> tierNames() {
    Map<String, String> names = new HashMap<>();
    tiers
        .policy()
        .map((TierPolicy p) -> p.tiers)
        .ifPresent(all -> all.forEach(t -> names.put(t.key, t.name)));
    return names;
  }

  /** What the entries of one page need to be said. */
  private final class Page {
    private final Locale locale;
    private final Moments moments;
    private final Map<String, String> stepNames;
    private final Map<Long, String> numbers;
    private final Map<String, String> tierNames;

    Page(List<TimelineEntry> entries, Locale locale) {
      this.locale = locale;
      moments = new Moments(shop.zone, locale);
      Set<String> keys = new TreeSet<>();
      Set<Long> ids = new TreeSet<>();
      boolean anyTier = false;
      for (TimelineEntry entry : entries) {
        if (entry.source == EntrySource.DECISION) {
          keys.add(entry.name);
        }
        if (entry.orderId > 0) {
          ids.add(entry.orderId);
        }
        anyTier |= entry.source == EntrySource.TIER;
      }
      stepNames = steps.of(keys);
      numbers = orders.numbers(ids);
      tierNames = anyTier ? tierNames() : new HashMap<>();
    }

    EntryRow row(TimelineEntry entry) {
      String number = numbers.getOrDefault(entry.orderId, "");
      return new EntryRow(entry, said(entry), moments.of(entry.at), number);
    }

    private EntryRow.Said said(TimelineEntry e) {
      EntryRow.Said said = new EntryRow.Said(of("PostPurchase_Entry_" + e.source.name(), ""));
      said.text = e.name;
      switch (e.source) {
        case ORDER_PLACED:
          said.text = Amounts.inWords(e.detail, locale);
          badge(said, e.what.equals("CANCELLED") ? "PostPurchase_Fact_CANCELLED" : "", "FAILED");
          break;
        case ORDER_FACT:
          said.title = of("PostPurchase_Fact_" + e.what, e.what);
          break;
        case SERIES_ENTERED:
          said.link = "/post-purchase-enrollments/" + e.ref;
          break;
        case SERIES_ENDED:
          said.title = of("PostPurchase_Entry_SERIES_ENDED_" + e.what, e.what);
          said.detail = e.detail.isEmpty() ? "" : of("PostPurchase_Reason_" + e.detail, e.detail);
          said.link = "/post-purchase-enrollments/" + e.ref;
          break;
        case DECISION:
          saidOfDecision(said, e);
          said.link = e.ref == 0 ? "" : "/post-purchase-enrollments/" + e.ref;
          break;
        case MESSAGE:
          badge(said, "PostPurchase_State_" + e.what, e.what);
          said.detail = e.detail;
          said.link = "/post-purchase-messages/" + e.id;
          break;
        case CLICK:
          boolean counts = e.what.equals("COUNTED");
          badge(said, counts ? "" : "PostPurchase_Click_DOUBTFUL", "UNCERTAIN");
          said.detail =
              e.detail + (counts ? "" : " \u00b7 " + of("PostPurchase_Click_" + e.what, e.what));
          said.link = "/post-purchase-messages/" + e.ref;
          break;
        default:
          saidOfMember(said, e);
      }
      return said;
    }

    /** What was decided about entering names the series, else it is about a step. */
    private void saidOfDecision(EntryRow.Said said, TimelineEntry e) {
      boolean entering = e.name.equals(ENTERING) && !e.detail.isEmpty();
      if (entering) {
        said.title = of("PostPurchase_Entering_SKIP", "") + ":";
        said.text = e.detail;
      } else {
        said.text = stepNames.getOrDefault(e.name, words.touch(e.name, "", locale));
      }
      String more = entering || e.detail.isEmpty() ? "" : " \u00b7 " + e.detail;
      said.detail = of("PostPurchase_Reason_" + e.what, e.what) + more;
    }

    private void saidOfMember(EntryRow.Said said, TimelineEntry e) {
      switch (e.source) {
        case POSTING:
          said.title = of("PostPurchase_Verb_" + e.what, e.what);
          said.text = NumberFormat.getIntegerInstance(locale).format(e.number);
          said.detail = of("PostPurchase_PointsReason_" + e.name, "");
          said.link = "/post-purchase-points/" + e.ref;
          break;
        case TIER:
          said.title = of("PostPurchase_TierChange_" + e.what, e.what);
          said.text = tierNames.getOrDefault(e.name, e.name);
          break;
        case CODE:
          badge(said, "PostPurchase_RewardCode_" + e.what, e.what.equals("USED") ? "SENT" : "");
          said.detail = e.detail;
          break;
        case REFERRAL:
        case REFERRED:
          badge(said, "PostPurchase_Referrals_State_" + e.what, "");
          said.link = "/post-purchase-referrals/" + e.id;
          break;
        case REVIEW:
          said.text = stars(e.number);
          badge(said, "PostPurchase_ReviewState_" + e.what, "review-" + e.what);
          said.link = "/post-purchase-reviews/" + e.id;
          break;
        case STORY:
          badge(said, "PostPurchase_StoryState_" + e.what, "");
          break;
        case SURVEY:
          said.detail =
              e.what.equals("NPS") || e.what.equals("CSAT") ? String.valueOf(e.number) : "";
          said.link = "/post-purchase-surveys/" + e.ref;
          break;
        case CASE:
          badge(said, "PostPurchase_CaseState_" + e.what, e.what);
          said.detail = of("PostPurchase_CaseKind_" + e.detail, "");
          said.link = "/post-purchase-cases/" + e.id;
          break;
        case CONSENT:
          said.title = of("PostPurchase_Entry_CONSENT_" + e.what, e.what);
          said.text = of("PostPurchase_Purpose_" + e.name, e.name);
          said.detail = of("PostPurchase_ConsentSource_" + e.detail, "");
          break;
        case SUPPRESSION:
          said.text = of("PostPurchase_Scope_" + e.what, e.what);
          said.detail = of("PostPurchase_SuppressionReason_" + e.detail, e.detail);
          break;
        default:
      }
    }

    private void badge(EntryRow.Said said, String key, String css) {
      said.badge = key.isEmpty() ? "" : of(key, "");
      said.badgeClass = css.isEmpty() ? "" : "pp-" + css;
    }

    private String stars(long number) {
      StringBuilder stars = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        stars.append(i < number ? '★' : '☆');
      }
      return stars.toString();
    }

    private String of(String key, String otherwise) {
      return words.of(key, otherwise, locale);
    }
  }
}
