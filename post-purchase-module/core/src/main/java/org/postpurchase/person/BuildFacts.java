package org.postpurchase.person;

import java.util.List;
import java.util.stream.Collectors;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the facts from the shop's past, once: first the accounts, then the orders, page by page
 * by their ids, on one node at a time, each page in a transaction together with the place reached.
 * A crash goes on where the last page ended; doing a page again leaves the same rows.
 *
 * <p>Nothing is reported of it: whoever comes into a segment by it has done nothing now.
 */
final class BuildFacts implements Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(BuildFacts.class);
  private static final int PAGE = 500;
  private static final int PAGES_A_RUN = 20;
  private static final int LEASE_SECONDS = 60;

  private final FactsSwitch facts;
  private final ShopRecords shop;
  private final RefreshPeople refresh;
  private final Changes changes;
  private final LeasedWork work;
  private final Transactions transactions;

  BuildFacts(
      FactsSwitch facts,
      ShopRecords shop,
      RefreshPeople refresh,
      Changes changes,
      Transactions transactions,
      Node node) {
    this.facts = facts;
    this.shop = shop;
    this.refresh = refresh;
    this.changes = changes;
    this.transactions = transactions;
    work = node.leased(name(), LEASE_SECONDS);
  }

  @Override
  public String name() {
    return "people-build";
  }

  @Override
  public int runDue() {
    FactsSwitch.Stage stage = transactions.call(facts::stage);
    if (stage == FactsSwitch.Stage.OFF || stage == FactsSwitch.Stage.DONE) {
      return 0;
    }
    return work.run(this::pages);
  }

  private int pages() {
    int done = 0;
    for (int i = 0; i < PAGES_A_RUN && !Thread.currentThread().isInterrupted(); i++) {
      int rows = transactions.call(this::page);
      done += Math.max(0, rows);
      if (rows < 0) {
        LOG.info("facts about people are collected");
        break;
      }
    }
    return done;
  }

  /** Negative when there is nothing more. */
  private int page() {
    FactsSwitch.Stage stage = facts.stage();
    long after = facts.reached().orElse(Long.MIN_VALUE);
    if (stage == FactsSwitch.Stage.ACCOUNTS) {
      if (after == Long.MIN_VALUE) {
        changes.begin();
      }
      List<Long> ids = shop.accountsAfter(after, PAGE);
      if (!ids.isEmpty()) {
        refresh.people(ids.stream().map(PersonRef::ofCustomer).collect(Collectors.toList()));
      }
      if (ids.size() < PAGE) {
        facts.reached(FactsSwitch.Stage.ORDERS, Long.MIN_VALUE);
      } else {
        facts.reached(stage, ids.get(ids.size() - 1));
      }
      return ids.size();
    }
    if (stage != FactsSwitch.Stage.ORDERS) {
      return -1;
    }
    List<Long> ids = shop.placedAfter(after, PAGE);
    if (!ids.isEmpty()) {
      refresh.orders(ids);
    }
    if (ids.size() < PAGE) {
      facts.reached(FactsSwitch.Stage.DONE, ids.isEmpty() ? after : ids.get(ids.size() - 1));
      return -1;
    }
    facts.reached(stage, ids.get(ids.size() - 1));
    return ids.size();
  }
}
