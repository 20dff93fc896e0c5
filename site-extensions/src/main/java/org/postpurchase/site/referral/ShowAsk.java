package org.postpurchase.site.referral;

import java.util.Locale;
import java.util.Optional;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.person.PersonRef;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.JoinReferrals;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ReferralProgramme;
import org.postpurchase.referral.ReferralProgrammes;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;
import org.postpurchase.site.SegmentTexts;
import org.postpurchase.tier.Tiers;

/** Composes the ask for whoever looks at the page. Reads only. */
final class ShowAsk {
  private static final String TEXT = "Ask_Text";

  private final ReferralProgrammes programmes;
  private final JoinReferrals join;
  private final ReferralLinks links;
  private final OrderReader orders;
  private final ReferralWords words;
  private final ShareWays ways;
  private Transactions transactions;
  private Tiers tiers;
  private SegmentTexts segments;

  public ShowAsk(
      ReferralProgrammes programmes,
      JoinReferrals join,
      ReferralLinks links,
      OrderReader orders,
      ReferralWords words,
      ShareWays ways) {
    this.programmes = programmes;
    this.join = join;
    this.links = links;
    this.orders = orders;
    this.words = words;
    this.ways = ways;
  }

  public void setTransactions(Transactions transactions) {
    this.transactions = transactions;
  }

  public void setTiers(Tiers tiers) {
    this.tiers = tiers;
  }

  /** Words of their own for members of segments. */
  public void setSegments(SegmentTexts words) {
    segments = words;
  }

  /** On the confirmation page of an order, for its owner; guests too. */
  Optional<AskView> afterOrder(long orderId, long viewer, Locale locale) {
    return transactions.call(
        () ->
            programmes
                .active()
                .flatMap(
                    programme ->
                        orders
                            .find(orderId)
                            .filter(order -> order.customerId == viewer && order.isPlaced())
                            .filter(order -> !order.email.isEmpty())
                            .map(order -> of(programme, order, locale))));
  }

  private AskView of(ReferralProgramme programme, OrderSnapshot order, Locale locale) {
    String contact = EmailAddress.keyOf(order.email);
    Advocate known =
        join.find(contact, order.registered ? order.customerId : 0)
            .filter(a -> a.programmeId == programme.id)
            .orElse(null);
    String back = "/confirmation/" + order.number;
    PersonRef buyer = PersonRef.of(order.registered ? order.customerId : 0, contact);
    return view(
        programme,
        known,
        JoinHandler.PATH + "?order=" + order.number + "&back=" + back,
        locale,
        segment(buyer, locale));
  }

  /**
   * In the account and on other pages, for somebody with an account.
   *
   * @param back path of the page, to come back to
   */
  Optional<AskView> ofCustomer(long customerId, String back, Locale locale) {
    return transactions.call(
        () ->
            programmes
                .active()
                .map(
                    programme -> {
                      Advocate known =
                          join.find("", customerId)
                              .filter(a -> a.programmeId == programme.id)
                              .orElse(null);
                      String path = JoinHandler.PATH + "?back=" + back;
                      String segment = segment(PersonRef.ofCustomer(customerId), locale);
                      return view(programme, known, path, locale, segment);
                    }));
  }

  /** For everybody else: what there is, without a button. */
  Optional<AskView> teaser(Locale locale) {
    return transactions.call(
        () -> programmes.active().map(programme -> view(programme, null, "", locale)));
  }

  private String tier(ReferralProgramme programme, Advocate advocate) {
    return advocate == null || programme.advocate.byTier.isEmpty()
        ? ""
        : tiers.tierOf(advocate.ownerKey).map(tier -> tier.key).orElse("");
  }

  String button(Locale locale) {
    return words.get("Ask_Button", locale);
  }

  /** Whose words the ask is in; empty for the usual ones. */
  private String segment(PersonRef person, Locale locale) {
    return segments == null ? "" : segments.segment(ReferralWords.KEY + TEXT, person, locale);
  }

  AskView view(ReferralProgramme programme, Advocate advocate, String action, Locale locale) {
    return view(programme, advocate, action, locale, "");
  }

  private String word(String name, String segment, Locale locale, Object... values) {
    String own =
        segment.isEmpty()
            ? name
            : segments
                .key(ReferralWords.KEY + name, segment, locale)
                .substring(ReferralWords.KEY.length());
    return words.get(own, locale, values);
  }

  private AskView view(
      ReferralProgramme programme,
      Advocate advocate,
      String action,
      Locale locale,
      String segment) {
    String gift = words.friendGets(programme, locale);
    String own = words.advocateGets(programme, tier(programme, advocate), locale);
    String message =
        own.isEmpty()
            ? words.get("Ask_Text_Alone", locale, gift)
            : word(TEXT, segment, locale, gift, own, programme.advocate.everyNth);
    String small =
        (words.minimum(programme, locale)
                + ' '
                + words.get("Ask_Small", locale, programme.waitDays))
            .trim();
    AskView.Link link =
        advocate == null || advocate.suspended
            ? null
            : new AskView.Link(
                FriendCode.shown(advocate.code),
                ways.link(advocate, "copy"),
                links.status(advocate.id),
                ways.nativeText(programme, locale),
                ways.of(programme, advocate, locale));
    boolean suspended = advocate != null && advocate.suspended;
    return new AskView(
        words.language(locale),
        word("Ask_Heading", segment, locale, gift),
        suspended ? words.get("Suspended", locale) : message,
        small,
        advocate == null ? action : "",
        link);
  }
}
