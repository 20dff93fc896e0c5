package org.postpurchase.service;

import java.util.function.Supplier;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/**
 * The address at which the buyer of one order reports what is wrong with it. Whoever has it writes
 * as that buyer; it opens nothing else and signs nobody in.
 */
public final class CaseLinks {
  /** Path of the page on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/help/";

  private final Supplier<Shop> shop;
  private final LinkSigner signer;

  public CaseLinks(Supplier<Shop> shop, LinkSigner signer) {
    this.shop = shop;
    this.signer = signer;
  }

  /** For the buyer's eyes only: an absolute address. */
  public String of(long orderId) {
    return shop.get().url + path(orderId);
  }

  /** The same within the site. */
  public String path(long orderId) {
    return PATH + signer.token(LinkPurpose.CASE, orderId);
  }

  /**
   * The order behind the token.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public long read(String token) {
    return signer.read(LinkPurpose.CASE, token);
  }
}
