package org.postpurchase.broadleaf.interest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.interest.BrowseTrigger;
import org.postpurchase.interest.Look;
import org.postpurchase.recommend.Shelf;
import org.postpurchase.recommend.ShelfProduct;
import org.postpurchase.shared.Shop;

/** Products of the host that are on sale and that the person has not ordered; one statement. */
public final class BroadleafLooks implements BrowseTrigger.Shelf {
  private final Shelf.Reader shelves;
  private final Supplier<Shop> shop;

  public BroadleafLooks(Shelf.Reader shelves, Supplier<Shop> shop) {
    this.shelves = shelves;
    this.shop = shop;
  }

  @Override
  public Map<Look, BrowseTrigger.Shown> notBought(Collection<Look> looks) {
    Set<Long> products = new TreeSet<>();
    Set<String> mailboxes = new TreeSet<>();
    for (Look look : looks) {
      products.add(look.productId);
      mailboxes.add(look.mailbox);
    }
    Shelf shelf = shelves.read(products, mailboxes);
    Map<Look, BrowseTrigger.Shown> shown = new HashMap<>();
    for (Look look : looks) {
      ShelfProduct product = shelf.find(look.productId);
      if (product != null && !shelf.hasOrdered(look.mailbox, look.productId)) {
        shown.put(look, new BrowseTrigger.Shown(product.name, address(product.url)));
      }
    }
    return shown;
  }

  private String address(String url) {
    return url.matches("(?i)https?://.*") ? url : shop.get().url + url;
  }
}
