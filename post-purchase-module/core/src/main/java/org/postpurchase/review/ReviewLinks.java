package org.postpurchase.review;

import java.util.function.Supplier;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/**
 * The address of the form for one order. Whoever has it writes as that order's buyer; it opens
 * nothing else and signs nobody in.
 */
public final class ReviewLinks {
  /** Path of the form on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/review/";

  private final Supplier<Shop> shop;
  private final LinkSigner signer;

  public ReviewLinks(Supplier<Shop> shop, LinkSigner signer) {
    this.shop = shop;
    this.signer = signer;
  }

  /** For the buyer's eyes only. */
  public String of(long orderId) {
    return shop.get().url + path(orderId);
  }

  /** The same without the shop's host, for its own pages. */
  public String path(long orderId) {
    return PATH + signer.token(LinkPurpose.REVIEW, orderId);
  }

  /**
   * The order behind the token.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public long read(String token) {
    return signer.read(LinkPurpose.REVIEW, token);
  }
}
