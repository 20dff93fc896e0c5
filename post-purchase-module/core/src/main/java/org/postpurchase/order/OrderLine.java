package org.postpurchase.order;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.Money;

/**
 * One bought line. Texts are as the shopper saw them; picture and page are URLs as the host stores
 * them, possibly relative.
 */
public final class OrderLine {
  public final long lineId;
  public final String name;
  public final int quantity;
  public final Money total;

  /** Empty when the product has no picture. */
  public final String pictureUrl;

  /** Empty when the product has no page. */
  public final String pageUrl;

  public OrderLine(
      long lineId, String name, int quantity, Money total, String pictureUrl, String pageUrl) {
    this.lineId = lineId;
    this.name = requireNonNull(name, "name");
    this.quantity = quantity;
    this.total = requireNonNull(total, "total");
    this.pictureUrl = requireNonNull(pictureUrl, "pictureUrl");
    this.pageUrl = requireNonNull(pageUrl, "pageUrl");
  }
}
