package org.postpurchase.segment;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.postpurchase.moment.Moments;
import org.postpurchase.person.PeopleListener;
import org.postpurchase.person.PersonEngine;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;

/** Puts the use cases together. All of them may run on any number of nodes. */
public final class SegmentEngine {
  private final SegmentStore store;
  private final PersonEngine people;
  private final KeepSegments keep;
  private final SaveSegments save;
  private final ExplainSegment explain;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param moments known once the shop runs
   */
  public SegmentEngine(
      SegmentStore store,
      PersonEngine people,
      GoodsNames goods,
      Supplier<Moments> moments,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.people = people;
    this.transactions = transactions;
    this.clock = clock;
    keep = new KeepSegments(store, moments, clock);
    save = new SaveSegments(store, people.facts(), goods, transactions, clock);
    explain = new ExplainSegment(store, people, transactions, clock);
  }

  /** Hears of people whose facts changed. */
  public PeopleListener listener() {
    return keep;
  }

  public SaveSegments save() {
    return save;
  }

  public ExplainSegment explain() {
    return explain;
  }

  public SegmentStore store() {
    return store;
  }

  /**
   * How many people the conditions hold for now.
   *
   * @throws SegmentRefusedException when they cannot be read or name what is not there
   */
  public long count(String conditions) {
    Condition condition = save.check(conditions);
    return transactions.call(() -> store.count(condition, clock.instant()));
  }

  /**
   * Whether any segment that is switched on asks what people looked at on the shop's pages. Joins
   * the caller's transaction.
   */
  public boolean isAboutLooks() {
    return store.all().stream()
        .filter(segment -> segment.active)
        .anyMatch(SegmentEngine::asksLooks);
  }

  private static boolean asksLooks(Segment segment) {
    try {
      return segment.condition().leaves().stream().anyMatch(leaf -> leaf.field.isSeen());
    } catch (SegmentRefusedException unreadable) {
      return false;
    }
  }

  /** What runs in the background. */
  public List<DueWork> work(Node node) {
    return Arrays.asList(
        new BuildSegments(store, people, keep, transactions, node),
        new PassTime(store, people, transactions, node));
  }
}
