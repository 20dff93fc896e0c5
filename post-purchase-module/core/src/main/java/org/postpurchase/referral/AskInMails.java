package org.postpurchase.referral;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskLaw;
import org.postpurchase.ask.AskStore;
import org.postpurchase.ask.FriendAsk;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Purpose;

/** Puts the programme that runs into words for mails, where law and reader allow it. */
public final class AskInMails implements FriendAsk {
  private final ReferralProgrammes programmes;
  private final ReferralLinks links;
  private final Rules rules;
  private final ProgrammeReader points;

  /** What may be asked, and of whom. */
  public static final class Rules {
    final AskLaw law;
    final AskStore asks;

    public Rules(AskLaw law, AskStore asks) {
      this.law = law;
      this.asks = asks;
    }
  }

  /**
   * @param points how points are called
   */
  public AskInMails(
      ReferralProgrammes programmes, ReferralLinks links, Rules rules, ProgrammeReader points) {
    this.programmes = programmes;
    this.links = links;
    this.rules = rules;
    this.points = points;
  }

  @Override
  public Shown shown(OrderSnapshot order, String contact, Locale locale, boolean marketing) {
    boolean lawful =
        marketing || rules.law.of(AskKind.REFERRAL, order.countryCode) == Purpose.TRANSACTIONAL;
    Optional<ReferralProgramme> programme = lawful ? programmes.active() : Optional.empty();
    if (!programme.isPresent()
        || programme.get().friendTitle.isEmpty()
        || !order.isPlaced()
        || rules.asks.isStopped(contact)) {
      return Shown.NOTHING;
    }
    return new Shown(
        links.ask(order.orderId), programme.get().friendTitle, reward(programme.get(), locale));
  }

  /** Empty where not every friend brings points. */
  private String reward(ReferralProgramme programme, Locale locale) {
    long least = programme.advocatePointsAtLeast();
    if (least <= 0 || programme.advocate.everyNth > 1) {
      return "";
    }
    String name = points.find().map(p -> LocalText.in(p.pointsName, locale)).orElse("");
    String number = NumberFormat.getIntegerInstance(locale).format(least);
    return (number + ' ' + name).trim();
  }
}
