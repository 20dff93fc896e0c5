package org.postpurchase.person;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;

/** Puts the use cases together. All of them may run on any number of nodes. */
public final class PersonEngine {
  private final FactsSwitch facts;
  private final ShopRecords shop;
  private final PersonStore store;
  private final RefreshPeople refresh;
  private final Transactions transactions;
  private final Changes changes;
  private volatile Runnable follow = () -> {};

  public PersonEngine(
      ShopRecords shop,
      PersonStore store,
      FactsSwitch facts,
      Changes changes,
      Transactions transactions,
      Clock clock) {
    this.shop = shop;
    this.store = store;
    this.facts = facts;
    this.changes = changes;
    this.transactions = transactions;
    refresh = new RefreshPeople(shop, store, clock);
  }

  /** Tells it of everybody whose row was worked out. */
  public PersonEngine telling(PeopleListener listener) {
    refresh.telling(listener);
    return this;
  }

  public RefreshPeople refresh() {
    return refresh;
  }

  public PersonStore store() {
    return store;
  }

  public FactsSwitch facts() {
    return facts;
  }

  /**
   * Another feature has committed something that facts follow from: it is looked at a tenth of a
   * second later instead of at the next poll. Does nothing on a node without background work, of
   * whose changes another node learns within half a minute. Cheap, never blocks.
   */
  public void changed() {
    follow.run();
  }

  /** How many of all orders the first collection has gone through; 0 to 100. */
  public int progressPercent() {
    return transactions.call(
        () -> {
          FactsSwitch.Stage stage = facts.stage();
          if (stage == FactsSwitch.Stage.DONE) {
            return 100;
          }
          if (stage != FactsSwitch.Stage.ORDERS) {
            return 0;
          }
          long all = Math.max(1, shop.placedCount());
          long left = shop.placedAfter(facts.reached().orElse(Long.MIN_VALUE), 1).isEmpty() ? 0 : 1;
          return left == 0 ? 99 : (int) Math.min(99, changes.keptOrders() * 100 / all);
        });
  }

  /** Reacts to order facts. */
  public EventHandler handler() {
    return new KeepFacts(facts, refresh);
  }

  /**
   * What runs in the background.
   *
   * @param proofAt time of day in the shop's zone
   */
  public List<DueWork> work(Node node, LocalTime proofAt) {
    return Arrays.asList(
        new BuildFacts(facts, shop, refresh, changes, transactions, node),
        new FollowFeatures(facts, changes, refresh, transactions, node)
            .woken(wake -> follow = wake),
        new ProvePeople(facts, proof(), transactions, node, proofAt));
  }

  /** Compares rows with what the shop has. */
  public PersonProof proof() {
    return new PersonProof(shop, store, refresh);
  }
}
