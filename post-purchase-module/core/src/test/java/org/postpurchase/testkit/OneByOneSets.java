package org.postpurchase.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.ledger.Booking;
import org.postpurchase.ledger.LedgerSets;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;

/** Sets of rows by way of single ones. */
final class OneByOneSets implements LedgerSets {
  private final LedgerStore store;
  private final LedgerViews views;

  OneByOneSets(LedgerStore store, LedgerViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public List<Owner> find(String programme, Collection<String> ownerKeys) {
    List<Owner> found = new ArrayList<>();
    for (String owner : ownerKeys) {
      store
          .find(programme, owner)
          .ifPresent(account -> found.add(new Owner(owner, account, store.mergedIntoOf(account))));
    }
    return found;
  }

  @Override
  public void open(String programme, Collection<String> ownerKeys, Instant now) {
    ownerKeys.forEach(owner -> store.open(programme, owner, now));
  }

  @Override
  public List<PointsAccount> lock(Collection<Long> accountIds) {
    List<PointsAccount> locked = new ArrayList<>();
    new TreeSet<>(accountIds).forEach(id -> store.lock(id).ifPresent(locked::add));
    return locked;
  }

  @Override
  public List<PointsAccount> lockFree(Collection<Long> accountIds) {
    return lock(accountIds);
  }

  @Override
  public List<PointsPosting> postings(String programme, Collection<String> keys) {
    List<PointsPosting> found = new ArrayList<>();
    keys.forEach(key -> store.posting(programme, key).ifPresent(found::add));
    return found;
  }

  @Override
  public List<PointsLot> lots(Collection<LedgerStore.DueLot> which) {
    List<PointsLot> found = new ArrayList<>();
    which.forEach(lot -> found.addAll(store.lots(lot.accountId, Collections.singleton(lot.lotNo))));
    return found;
  }

  @Override
  public void save(List<Booking> bookings) {
    bookings.forEach(store::save);
  }

  @Override
  public Set<Long> existing(Collection<Long> accountIds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<Long, List<PointsLot>> maturingAfter(Collection<Long> accountIds, Instant moment) {
    Map<Long, List<PointsLot>> lots = new HashMap<>();
    for (Long account : accountIds) {
      lots.put(account, views.lotsMaturingAfter(account, moment));
    }
    return lots;
  }
}
