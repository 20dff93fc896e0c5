package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/**
 * The address of a page that puts goods into the basket of whoever opens it. The link holds
 * products and quantities, sealed, and nothing else: it names nobody, opens no account and no cart,
 * and works on any device. Safe for concurrent use.
 */
public final class BasketLinks {
  /** Path of the page on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/basket/";

  private static final int PRODUCTS_MAX = 30;
  private static final int QUANTITY_MAX = 999;

  private final Supplier<Shop> shop;
  private final Supplier<LinkSigner> signer;

  public BasketLinks(Supplier<Shop> shop, Supplier<LinkSigner> signer) {
    this.shop = requireNonNull(shop, "shop");
    this.signer = requireNonNull(signer, "signer");
  }

  /**
   * @param goods quantities by product; of more than thirty products the first ones
   */
  public String of(Map<Long, Integer> goods) {
    StringJoiner text = new StringJoiner(",");
    goods.entrySet().stream()
        .limit(PRODUCTS_MAX)
        .forEach(e -> text.add(e.getKey() + ":" + Math.min(QUANTITY_MAX, e.getValue())));
    return shop.get().url + PATH + signer.get().seal(LinkPurpose.BASKET, text.toString());
  }

  /**
   * Quantities by product.
   *
   * @throws LinkRefusedException when the token is none of ours, or too old
   */
  public Map<Long, Integer> read(String token) {
    Map<Long, Integer> goods = new LinkedHashMap<>();
    for (String part : signer.get().open(LinkPurpose.BASKET, token).split(",")) {
      String[] pair = part.split(":");
      if (pair.length == 2) {
        goods.put(Long.valueOf(pair[0]), Integer.valueOf(pair[1]));
      }
    }
    return goods;
  }
}
