package org.postpurchase.loyalty;

import java.util.function.Supplier;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/** The address with which a guest takes the points of an order into an account. */
public final class ClaimLinks {
  /** Name of the token's parameter on the page of the customer's points. */
  public static final String PARAMETER = "claim";

  private final Supplier<Shop> shop;
  private final LinkSigner signer;

  public ClaimLinks(Supplier<Shop> shop, LinkSigner signer) {
    this.shop = shop;
    this.signer = signer;
  }

  /**
   * A link that only the buyer is shown.
   *
   * @param page path of the store's page of points, for example {@code /account/points}
   */
  public String of(long orderId, String page) {
    return shop.get().url + page + "?" + PARAMETER + "=" + token(orderId);
  }

  String token(long orderId) {
    return signer.token(LinkPurpose.CLAIM_POINTS, orderId);
  }

  /**
   * The order behind the token.
   *
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public long read(String token) {
    return signer.read(LinkPurpose.CLAIM_POINTS, token);
  }
}
