package org.postpurchase.order;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
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
  public final Goods goods;

  /**
   * Whether it goes to the buyer in a parcel or over a counter; false for gift cards, downloads.
   */
  public final boolean physical;

  /** A line of a product that the shop still has and says nothing about. */
  public OrderLine(
      long lineId, String name, int quantity, Money total, String pictureUrl, String pageUrl) {
    this(lineId, name, quantity, total, pictureUrl, pageUrl, Care.NONE, Goods.UNKNOWN, true);
  }

  private OrderLine(
      long lineId,
      String name,
      int quantity,
      Money total,
      String pictureUrl,
      String pageUrl,
      Care care,
      Goods goods,
      boolean physical) {
    this.lineId = lineId;
    this.name = requireNonNull(name, "name");
    this.quantity = quantity;
    this.total = requireNonNull(total, "total");
    this.pictureUrl = requireNonNull(pictureUrl, "pictureUrl");
    this.pageUrl = requireNonNull(pageUrl, "pageUrl");
    this.care = requireNonNull(care, "care");
    this.goods = requireNonNull(goods, "goods");
    this.physical = physical;
  }

  /** The same line with what is known about its product. */
  public OrderLine with(Care newCare) {
    return new OrderLine(
        lineId, name, quantity, total, pictureUrl, pageUrl, newCare, goods, physical);
  }

  /** The same line with where its product stands in the catalogue. */
  public OrderLine of(Goods newGoods) {
    return new OrderLine(
        lineId, name, quantity, total, pictureUrl, pageUrl, care, newGoods, physical);
  }

  /** The same line of something that is never shipped: nobody waits for it to arrive. */
  public OrderLine notShipped() {
    return new OrderLine(lineId, name, quantity, total, pictureUrl, pageUrl, care, goods, false);
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

    /** After how much use something is due, such as {@code 500 km}; empty for nothing. */
    public final String usage;

    public Care(boolean available, String howTo, String howToUrl) {
      this(available, howTo, howToUrl, "");
    }

    private Care(boolean available, String howTo, String howToUrl, String usage) {
      this.available = available;
      this.howTo = requireNonNull(howTo, "howTo");
      this.howToUrl = requireNonNull(howToUrl, "howToUrl");
      this.usage = requireNonNull(usage, "usage");
    }

    /** The same for something that is used so much. */
    public Care every(String newUsage) {
      return new Care(available, howTo, howToUrl, newUsage);
    }
  }

  /** Where the product of a line stands in the catalogue, for rules about some products. */
  public static final class Goods {
    static final Goods UNKNOWN = new Goods(0, Collections.emptySet(), true);

    /** Zero when the shop has deleted it. */
    public final long productId;

    /** All categories it is in, those above them included. */
    public final Set<Long> categoryIds;

    /** False for what never earns points, such as gift cards. */
    public final boolean earnsPoints;

    public Goods(long productId, Set<Long> categoryIds, boolean earnsPoints) {
      this.productId = productId;
      this.categoryIds = Collections.unmodifiableSet(new LinkedHashSet<>(categoryIds));
      this.earnsPoints = earnsPoints;
    }
  }
}
