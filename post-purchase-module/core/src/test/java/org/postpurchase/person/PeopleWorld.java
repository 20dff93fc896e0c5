package org.postpurchase.person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postpurchase.interest.InterestStore;
import org.postpurchase.interest.jdbc.InterestJdbcModule;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.person.jdbc.PersonJdbcModule;
import org.postpurchase.segment.GoodsNames;
import org.postpurchase.segment.SegmentEngine;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.segment.jdbc.SegmentJdbcModule;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;

/** People and segments over one database, and a shop on paper. */
public final class PeopleWorld {
  public static final Instant START = SettableClock.START;
  private static final String[] TABLES = {
    "PP_SEGMENT_MEMBER",
    "PP_SEGMENT",
    "PP_PERSON_DIFFERENCE",
    "PP_PERSON_SPEND",
    "PP_PERSON_GOODS",
    "PP_PERSON_BUY",
    "PP_PERSON",
    "PP_TASK_PROGRESS",
    "PP_LEASE",
    "PP_CONSENT",
    "PP_INTEREST",
    "PP_SURVEY_ANSWER",
    "PP_SURVEY_VERSION",
    "PP_SURVEY",
    "PP_REFERRAL_EVENT",
    "PP_REFERRAL",
    "PP_ADVOCATE",
    "PP_REVIEW_REPLY",
    "PP_REVIEW_PHOTO",
    "PP_REVIEW_EVENT",
    "PP_REVIEW_TEXT",
    "PP_REVIEW",
    "PP_TIER_CHANGE",
    "PP_TIER_STANDING",
    "PP_POINTS_HOLD_LOT",
    "PP_POINTS_HOLD",
    "PP_POINTS_ENTRY",
    "PP_POINTS_POSTING",
    "PP_POINTS_LOT",
    "PP_POINTS_ACCOUNT"
  };

  public final CoreDatabase db;
  public final SettableClock clock = new SettableClock();
  public final ShopOnPaper shop = new ShopOnPaper();
  public final PersonEngine people;
  public final SegmentEngine segments;
  public final SegmentMembership membership;
  public final InterestStore looks;
  public final List<Moment> reported = new ArrayList<>();
  private final List<DueWork> work = new ArrayList<>();

  public PeopleWorld(CoreDatabase db) {
    this(db, true);
  }

  /**
   * @param fresh false for one more node of a shop that is there
   */
  public PeopleWorld(CoreDatabase db, boolean fresh) {
    this.db = db;
    if (fresh) {
      for (String table : TABLES) {
        db.jdbc.update("delete from " + table);
      }
    }
    looks = InterestJdbcModule.interests(db.jdbc, db.inserts);
    people =
        new PersonEngine(
            shop,
            PersonJdbcModule.people(db.jdbc, db.inserts),
            PersonJdbcModule.facts(db.jdbc, db.inserts, clock),
            PersonJdbcModule.changes(db.jdbc, db.inserts, shop, clock),
            db.transactions,
            clock);
    segments =
        new SegmentEngine(
            SegmentJdbcModule.segments(db.jdbc, db.inserts),
            people,
            new PaperGoods(),
            Door::new,
            db.transactions,
            clock);
    people.telling(segments.listener());
    membership = SegmentJdbcModule.membership(db.inserts);
    JdbcLeases leases = new JdbcLeases(db.jdbc, db.dialect, db.transactions);
    work.addAll(people.work(node(leases), LocalTime.of(3, 20)));
    work.addAll(segments.work(node(leases)));
  }

  private Node node(JdbcLeases leases) {
    return new Node(
        "node", clock, leases, () -> ZoneOffset.UTC, WorkFailures.inMemory(db.transactions, clock));
  }

  /** A catalogue with two categories and one product. */
  private static final class PaperGoods implements GoodsNames {
    @Override
    public Map<Long, String> products(Collection<Long> ids) {
      Map<Long, String> known = new TreeMap<>();
      ids.stream().filter(id -> id >= 100 && id < 105).forEach(id -> known.put(id, "Tea " + id));
      return known;
    }

    @Override
    public Map<Long, String> categories() {
      Map<Long, String> known = new TreeMap<>();
      known.put(10L, "Tea");
      known.put(11L, "Coffee");
      return known;
    }

    @Override
    public Map<String, String> tiers() {
      return new TreeMap<>();
    }

    @Override
    public Map<Long, String> productsNamed(String text, int limit) {
      return products(Arrays.asList(100L, 101L));
    }
  }

  /** A series waits for everything. */
  private final class Door implements Moments {
    @Override
    public int report(Collection<Moment> moments) {
      reported.addAll(moments);
      return 0;
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.of(new Audience(Duration.ZERO, START));
    }
  }

  /** The door as features find it: facts are kept before series hear. */
  public Moments door() {
    return new KeepFactsOnMoments(people, new Door());
  }

  /** What runs in the background. */
  public List<DueWork> work() {
    return work;
  }

  /** Whatever waits in the background, until nothing does. */
  public void runWork() {
    for (int i = 0; i < 5; i++) {
      work.forEach(DueWork::runDue);
    }
  }

  public Optional<Instant> nextDueAt() {
    return work.stream()
        .map(DueWork::nextDueAt)
        .filter(Optional::isPresent)
        .map(Optional::get)
        .min(Instant::compareTo);
  }

  /** Collects from the past, so that events are reacted to. */
  public void collected() {
    db.transactions.run(people.facts()::switchOn);
    runWork();
  }

  /** Something happened to these orders. */
  public void happened(Long... orderIds) {
    List<OrderEvent> events =
        Arrays.stream(orderIds)
            .map(
                id ->
                    new OrderEvent(
                        "order:" + id + ":" + clock.millis(),
                        id,
                        OrderFact.SUBMITTED,
                        "",
                        EventSource.SERVICE,
                        clock.instant()))
            .collect(Collectors.toList());
    db.transactions.run(() -> people.handler().handle(events));
  }

  /** The row as it is kept. */
  public Map<String, String> row(PersonRef person) {
    return db.transactions.call(
        () -> people.store().rowOf(people.store().find(person).orElseThrow()));
  }

  public boolean isMember(String key, PersonRef person) {
    return db.transactions.call(() -> membership.isMember(key, person));
  }
}
