package org.postpurchase.series;

import java.util.function.Supplier;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/** The address behind which the reader of a message can stop further ones. */
public final class UnsubscribeLinks {
  /** Path of the page on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/unsubscribe/";

  private final Supplier<Shop> shop;
  private final LinkSigner signer;

  public UnsubscribeLinks(Supplier<Shop> shop, LinkSigner signer) {
    this.shop = shop;
    this.signer = signer;
  }

  public String of(long messageId) {
    return shop.get().url + PATH + signer.token(LinkPurpose.UNSUBSCRIBE, messageId);
  }

  /**
   * The message behind the token.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public long read(String token) {
    return signer.read(LinkPurpose.UNSUBSCRIBE, token);
  }
}
