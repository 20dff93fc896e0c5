package org.postpurchase.ask;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.postpurchase.order.OrderSnapshot;

/** What mails about an order may say about recommending the shop. */
public interface FriendAsk {
  /** A shop without a referral programme. */
  FriendAsk NONE = (order, contact, locale, marketing) -> Shown.NOTHING;

  /**
   * What there is to show, nothing where the law of the buyer's country takes it for advertising
   * and the mail is none, or where the person wants no requests. Changes nothing.
   *
   * @param contact key of the buyer's mailbox
   * @param marketing whether the mail rests on a consent to advertising
   */
  Shown shown(OrderSnapshot order, String contact, Locale locale, boolean marketing);

  /** An ask in words; all empty for none. Immutable. */
  final class Shown {
    public static final Shown NOTHING = new Shown("", "", "");

    /** Absolute address of the page with the button. */
    public final String url;

    /** What a friend gets. */
    public final String gift;

    /** What the buyer gets for it; empty for nothing. */
    public final String reward;

    public Shown(String url, String gift, String reward) {
      this.url = requireNonNull(url, "url");
      this.gift = requireNonNull(gift, "gift");
      this.reward = requireNonNull(reward, "reward");
    }

    /** One with everything, to try texts on. */
    public static Shown example(String shopUrl) {
      return new Shown(shopUrl + "/post-purchase/recommend/example", "10% off", "500 points");
    }
  }
}
