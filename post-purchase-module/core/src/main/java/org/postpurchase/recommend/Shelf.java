package org.postpurchase.recommend;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postpurchase.shared.Money;

/** What is on sale, and what people have ever ordered, at one moment. */
public final class Shelf {
  private final Map<Long, ShelfProduct> onSale = new HashMap<>();
  private final Map<String, Map<Long, Long>> ordered = new HashMap<>();

  /** Asks the shop; one statement, however many they are. Joins the caller's transaction. */
  public interface Reader {
    /**
     * @param products whose sale to look at; those that are archived, not active, sold out or
     *     without a page are not on sale
     * @param mailboxes keys of people, to tell everything that they have ever ordered, also what
     *     came back or was cancelled, and by the same account under another address
     */
    Shelf read(Collection<Long> products, Collection<String> mailboxes);
  }

  public Shelf sells(ShelfProduct product) {
    onSale.put(product.productId, product);
    return this;
  }

  /**
   * @param categoryId the product's own category; 0 for none
   */
  public Shelf hasOrdered(String mailbox, long productId, long categoryId) {
    ordered.computeIfAbsent(mailbox, m -> new TreeMap<>()).put(productId, categoryId);
    return this;
  }

  /** Null for what is not on sale. */
  public ShelfProduct find(long productId) {
    return onSale.get(productId);
  }

  public boolean hasOrdered(String mailbox, long productId) {
    return ordered.getOrDefault(mailbox, Collections.emptyMap()).containsKey(productId);
  }

  /** Their categories by product. */
  Map<Long, Long> orderedBy(String mailbox) {
    return ordered.getOrDefault(mailbox, Collections.emptyMap());
  }

  /** An example, to try texts on. */
  static ShelfProduct example(String name, Money price) {
    return new ShelfProduct(1, name, "/example", "https://shop.example/picture.png", price);
  }

  Set<Long> products() {
    return onSale.keySet();
  }
}
