package org.postpurchase.referral;

import java.util.function.Supplier;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/** The addresses of the feature on the shop's site. */
public final class ReferralLinks {
  /** Of the page that friends come to; the code follows. */
  public static final String FRIEND = "/post-purchase/friend/";

  /** Of an advocate's own page; the token follows. */
  public static final String STATUS = "/post-purchase/referrals/";

  /** Where the buyer of an order asks for a link; the token follows. */
  public static final String ASK = "/post-purchase/recommend/";

  /** After such a token: a slip for the parcel of the order, as a page and as a file. */
  public static final String SLIP = "/slip";

  public static final String SLIP_PDF = "/slip.pdf";

  private final Supplier<Shop> shop;
  private final LinkSigner signer;

  public ReferralLinks(Supplier<Shop> shop, LinkSigner signer) {
    this.shop = shop;
    this.signer = signer;
  }

  /**
   * @param channel where the link is put, in small letters, such as {@code mail}; empty for none
   */
  public String friend(String code, String channel) {
    return shop.get().url + FRIEND + code + (channel.isEmpty() ? "" : "?c=" + channel);
  }

  /** Opens the status of that advocate and nothing else. */
  public String status(long advocateId) {
    return shop.get().url + STATUS + token(advocateId);
  }

  /** Lets whoever has it become an advocate as the buyer of that order. */
  public String ask(long orderId) {
    return shop.get().url + ASK + signer.token(LinkPurpose.REFERRAL_ASK, orderId);
  }

  /** The same for a token that is there. */
  public String ask(String token) {
    return shop.get().url + ASK + token;
  }

  /** The slip for the parcel of that order, to be printed; lets its reader do what the ask lets. */
  public String slip(long orderId) {
    return ask(orderId) + SLIP;
  }

  /**
   * The order behind such a token.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public long readAsk(String token) {
    return signer.read(LinkPurpose.REFERRAL_ASK, token);
  }

  public String token(long advocateId) {
    return signer.token(LinkPurpose.REFERRAL_STATUS, advocateId);
  }

  /**
   * The advocate behind the token.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public long read(String token) {
    return signer.read(LinkPurpose.REFERRAL_STATUS, token);
  }
}
