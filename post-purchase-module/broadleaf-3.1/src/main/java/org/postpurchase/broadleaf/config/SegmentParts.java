package org.postpurchase.broadleaf.config;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.postpurchase.broadleaf.person.BroadleafGoods;
import org.postpurchase.broadleaf.person.BroadleafRecords;
import org.postpurchase.broadleaf.person.ShopCurrency;
import org.postpurchase.moment.Moments;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.person.KeepFactsOnMoments;
import org.postpurchase.person.PersonEngine;
import org.postpurchase.person.ShopRecords;
import org.postpurchase.person.jdbc.PersonJdbcModule;
import org.postpurchase.segment.GoodsNames;
import org.postpurchase.segment.SegmentEngine;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.segment.SegmentTrigger;
import org.postpurchase.segment.jdbc.SegmentJdbcModule;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.jdbc.JdbcLeases;

/** Facts about people and segments, put together once for each webapp. */
public final class SegmentParts {
  private static final LocalTime PROOF_AT = LocalTime.of(3, 20);

  private final PersonEngine people;
  private final SegmentEngine segments;
  private final SegmentMembership membership;
  private final GoodsNames goods;
  private final ShopCurrency currency;

  /**
   * @param moments known once the shop runs
   */
  SegmentParts(Ground ground, Supplier<Moments> moments) {
    currency = new ShopCurrency(ground.jdbc);
    ShopRecords records =
        new BroadleafRecords(ground.jdbc, ground.inserts.rows(), this::getCurrency);
    people =
        new PersonEngine(
            records,
            PersonJdbcModule.people(ground.jdbc, ground.inserts),
            PersonJdbcModule.facts(ground.jdbc, ground.inserts, ground.clock),
            PersonJdbcModule.changes(ground.jdbc, ground.inserts, records, ground.clock),
            ground.transactions,
            ground.clock);
    goods = new BroadleafGoods(ground.jdbc, ground.inserts.rows());
    segments =
        new SegmentEngine(
            SegmentJdbcModule.segments(ground.jdbc, ground.inserts),
            people,
            goods,
            moments,
            ground.transactions,
            ground.clock);
    people.telling(segments.listener());
    if (ground.jdbc instanceof NoticedWrites) {
      ((NoticedWrites) ground.jdbc).tell(PersonJdbcModule.followedTables(), people::changed);
    }
    membership = SegmentJdbcModule.membership(ground.inserts);
  }

  /** The door for moments, at which facts about people are kept first. */
  Moments keeping(Moments door) {
    return new KeepFactsOnMoments(people, door);
  }

  /** With which series can begin. */
  static List<PersonTrigger> triggers(Ground ground) {
    return SegmentTrigger.both(SegmentJdbcModule.membership(ground.inserts));
  }

  /** What runs in the background of this node. */
  List<DueWork> work(Ground ground, String owner) {
    Node node =
        new Node(
            owner,
            ground.clock,
            new JdbcLeases(ground.jdbc, ground.dialect, ground.transactions),
            () -> ground.shop.zone,
            ground.failures);
    List<DueWork> work = new ArrayList<>(people.work(node, PROOF_AT));
    work.addAll(segments.work(node));
    return work;
  }

  public PersonEngine getPeople() {
    return people;
  }

  public SegmentEngine getSegments() {
    return segments;
  }

  /** Who belongs to a segment, for other features. */
  public SegmentMembership getMembership() {
    return membership;
  }

  /** In which amounts are meant where nobody says; ISO 4217 code. */
  public String getCurrency() {
    return currency.code();
  }

  public GoodsNames getGoods() {
    return goods;
  }
}
