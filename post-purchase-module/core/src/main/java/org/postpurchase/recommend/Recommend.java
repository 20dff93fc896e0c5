package org.postpurchase.recommend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.order.OrderLine;
import org.postpurchase.shared.Transactions;

/**
 * Tells what else buyers may like. The last build is kept in memory and looked at again after a
 * minute; what is on sale and what people have is asked with one statement for all of them.
 * Thread-safe.
 */
public final class Recommend {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final RecommendStore store;
  private final Shelf.Reader shelves;
  private final Supplier<Map<Long, String>> categories;
  private final Transactions transactions;
  private final Clock clock;
  private volatile Known known;

  private static final class Known {
    final RecommendIndex index;
    final Instant at;

    Known(RecommendIndex index, Instant at) {
      this.index = index;
      this.at = at;
    }
  }

  /** Whom to recommend something to. Immutable. */
  public static final class Buyer {
    /** Key of the mailbox; empty for a visitor who is not known. */
    final String mailbox;

    /** What was bought and kept, which reasons name. */
    final List<OrderLine> bought;

    /** Products that are not recommended in any case. */
    final Set<Long> never;

    public Buyer(String mailbox, Collection<OrderLine> bought, Collection<Long> never) {
      this.mailbox = mailbox;
      this.bought = Collections.unmodifiableList(new ArrayList<>(bought));
      this.never = Collections.unmodifiableSet(new HashSet<>(never));
    }

    /** The same as somebody of whom the mailbox's key is known. */
    public Buyer known(String newMailbox) {
      return new Buyer(newMailbox, bought, never);
    }
  }

  /**
   * @param categories names of those that there are; joins the caller's transaction
   */
  public Recommend(
      RecommendStore store,
      Shelf.Reader shelves,
      Supplier<Map<Long, String>> categories,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.shelves = shelves;
    this.categories = categories;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For each of the buyers, at most so many, best first; nothing while it is switched off. */
  public List<List<Recommendation>> to(List<Buyer> buyers, int most) {
    RecommendIndex index = index();
    List<List<Recommendation>> all = new ArrayList<>();
    if (index.isEmpty() || buyers.isEmpty()) {
      buyers.forEach(b -> all.add(Collections.emptyList()));
      return all;
    }
    ChooseRecommendations choose = new ChooseRecommendations(index);
    Set<Long> products = new LinkedHashSet<>();
    Set<String> mailboxes = new LinkedHashSet<>();
    for (Buyer buyer : buyers) {
      products.addAll(choose.candidates(buyer.bought));
      mailboxes.add(buyer.mailbox);
    }
    mailboxes.remove("");
    Shelf shelf = transactions.call(() -> shelves.read(products, mailboxes));
    for (Buyer buyer : buyers) {
      all.add(choose.of(buyer.bought, buyer.never, buyer.mailbox, shelf, most));
    }
    return all;
  }

  private RecommendIndex index() {
    Known last = known;
    Instant now = clock.instant();
    if (last == null || now.isBefore(last.at) || now.isAfter(last.at.plus(FRESH))) {
      last = new Known(transactions.call(this::read), now);
      known = last;
    }
    return last.index;
  }

  private RecommendIndex read() {
    if (!store.state().active) {
      return RecommendIndex.EMPTY;
    }
    RecommendIndex index = new RecommendIndex();
    store.read(index);
    index.complements(store.complements());
    index.names(categories.get());
    return index;
  }

  /** The next reader sees what was just changed on this node. */
  public void forget() {
    known = null;
  }
}
