package org.postpurchase.recommend;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.Money;

/** A product that anybody can buy now. Immutable. */
public final class ShelfProduct {
  public final long productId;
  public final String name;

  /** As the host stores them, possibly relative; may be empty. */
  public final String url;

  public final String picture;

  /** Null where the host has none. */
  public final Money price;

  public ShelfProduct(long productId, String name, String url, String picture, Money price) {
    this.productId = productId;
    this.name = requireNonNull(name, "name");
    this.url = requireNonNull(url, "url");
    this.picture = requireNonNull(picture, "picture");
    this.price = price;
  }
}
