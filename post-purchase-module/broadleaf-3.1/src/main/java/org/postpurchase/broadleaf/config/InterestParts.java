package org.postpurchase.broadleaf.config;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.broadleaf.interest.BroadleafLooks;
import org.postpurchase.broadleaf.person.ProductCategories;
import org.postpurchase.broadleaf.recommend.BroadleafShelf;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.interest.BrowseTrigger;
import org.postpurchase.interest.ForgetLooks;
import org.postpurchase.interest.InterestStore;
import org.postpurchase.interest.Interests;
import org.postpurchase.interest.ReportLooks;
import org.postpurchase.interest.jdbc.InterestJdbcModule;
import org.postpurchase.moment.Moments;
import org.postpurchase.moment.Trigger;
import org.postpurchase.occasion.jdbc.OccasionJdbcModule;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.person.FactsSwitch;
import org.postpurchase.person.PersonEngine;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.DueWork;
import org.postpurchase.tracking.LinkSigner;

/** What people look at, put together once for each webapp. */
final class InterestParts {
  final Interests interests;
  private final Infrastructure base;
  private final PersonEngine people;
  private final InterestStore store;
  private final BrowseTrigger trigger;
  private Supplier<Moments> moments = () -> Moments.NOBODY;

  InterestParts(
      Infrastructure base,
      SegmentParts segments,
      ConsentStore consents,
      OrderHistory history,
      LinkSigner signer) {
    this.base = base;
    people = segments.people;
    store = InterestJdbcModule.interests(base.jdbc, base.inserts);
    ProductCategories categories = new ProductCategories(base.jdbc, base.inserts.rows());
    interests =
        new Interests(
                store,
                consents,
                new Interests.Ground(
                    () ->
                        moments.get().audience(BrowseTrigger.KEY).isPresent()
                            || segments.segments.isAboutLooks(),
                    categories::of,
                    () -> signer),
                base.transactions,
                base.clock)
            .telling(mailbox -> gone(Collections.singleton(mailbox)));
    trigger =
        new BrowseTrigger(
            store,
            history,
            new BroadleafLooks(
                new BroadleafShelf(base.jdbc, base.dialect, segments::getCurrency), base::shop));
  }

  /**
   * @param door known once the shop runs
   */
  InterestParts reporting(Supplier<Moments> door) {
    moments = door;
    return this;
  }

  List<Trigger> triggers() {
    return Collections.singletonList(trigger);
  }

  DueWork report() {
    return new ReportLooks(
        store,
        OccasionJdbcModule.occasions(base.jdbc, base.inserts),
        moments.get(),
        base.failures,
        base.transactions,
        base.clock);
  }

  DueWork forget() {
    return new ForgetLooks(store, this::gone, base.transactions, base.node);
  }

  /** Facts and segments follow in the same transaction. */
  private void gone(Collection<String> mailboxes) {
    if (people.facts().stage() != FactsSwitch.Stage.OFF) {
      people
          .refresh()
          .people(mailboxes.stream().map(PersonRef::ofMailbox).collect(Collectors.toList()));
    }
  }
}
