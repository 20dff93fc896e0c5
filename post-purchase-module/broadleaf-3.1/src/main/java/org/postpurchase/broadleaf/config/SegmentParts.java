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
import org.postpurchase.segment.SegmentTrigger;
import org.postpurchase.segment.jdbc.SegmentJdbcModule;
import org.postpurchase.shared.DueWork;

/** Facts about people and segments, put together once for each webapp. */
public final class SegmentParts {
  private static final LocalTime PROOF_AT = LocalTime.of(3, 20);

  public final PersonEngine people;
  public final SegmentEngine segments;
  public final GoodsNames goods;
  private final ShopCurrency currency;

  /**
   * @param moments known once the shop runs
   */
  SegmentParts(Infrastructure base, Supplier<Moments> moments) {
    currency = new ShopCurrency(base.jdbc);
    ShopRecords records = new BroadleafRecords(base.jdbc, base.inserts.rows(), this::getCurrency);
    people =
        new PersonEngine(
            records,
            PersonJdbcModule.people(base.jdbc, base.inserts),
            PersonJdbcModule.facts(base.jdbc, base.inserts, base.clock),
            PersonJdbcModule.changes(base.jdbc, base.inserts, records, base.clock),
            base.transactions,
            base.clock);
    goods = new BroadleafGoods(base.jdbc, base.inserts.rows());
    segments =
        new SegmentEngine(
            SegmentJdbcModule.segments(base.jdbc, base.inserts),
            people,
            goods,
            moments,
            base.transactions,
            base.clock);
    people.telling(segments.listener());
    if (base.jdbc instanceof NoticedWrites) {
      ((NoticedWrites) base.jdbc).tell(PersonJdbcModule.followedTables(), people::changed);
    }
  }

  /** The door for moments, at which facts about people are kept first. */
  Moments keeping(Moments door) {
    return new KeepFactsOnMoments(people, door);
  }

  /** With which series can begin. */
  static List<PersonTrigger> triggers(Infrastructure base) {
    return SegmentTrigger.both(SegmentJdbcModule.membership(base.inserts));
  }

  /** What runs in the background of this node. */
  List<DueWork> work(Infrastructure base) {
    List<DueWork> work = new ArrayList<>(people.work(base.node, PROOF_AT));
    work.addAll(segments.work(base.node));
    return work;
  }

  /** In which amounts are meant where nobody says; ISO 4217 code. */
  public String getCurrency() {
    return currency.code();
  }
}
