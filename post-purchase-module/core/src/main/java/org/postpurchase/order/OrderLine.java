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

  public final Care care;

  /** A line of a product that the shop still has and says nothing about. */
  public OrderLine(
      long lineId, String name, int quantity, Money total, String pictureUrl, String pageUrl) {
    this(lineId, name, quantity, total, pictureUrl, pageUrl, Care.NONE);
  }

  private OrderLine(
      long lineId,
      String name,
      int quantity,
      Money total,
      String pictureUrl,
      String pageUrl,
      Care care) {
    this.lineId = lineId;
    this.name = requireNonNull(name, "name");
    this.quantity = quantity;
    this.total = requireNonNull(total, "total");
    this.pictureUrl = requireNonNull(pictureUrl, "pictureUrl");
    this.pageUrl = requireNonNull(pageUrl, "pageUrl");
    this.care = requireNonNull(care, "care");
  }

  /** The same line with what is known about its product. */
  public OrderLine with(Care newCare) {
    return new OrderLine(lineId, name, quantity, total, pictureUrl, pageUrl, newCare);
  }

  /** What the shop says today about the product of a line. */
  public static final class Care {
    static final Care NONE = new Care(true, "", "");

    /** Whether the shop's catalogue still has the product. */
    public final boolean available;

    /** How to use it well, as short text; empty when the shop says nothing. */
    public final String howTo;

    /** Where to read or watch more, possibly relative; empty when there is nothing. */
    public final String howToUrl;

    public Care(boolean available, String howTo, String howToUrl) {
      this.available = available;
      this.howTo = requireNonNull(howTo, "howTo");
      this.howToUrl = requireNonNull(howToUrl, "howToUrl");
    }
  }
}
