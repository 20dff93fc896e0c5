package org.postpurchase.testkit;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.postpurchase.ledger.Booking;
import org.postpurchase.ledger.LedgerQuery;
import org.postpurchase.ledger.LedgerSets;
import org.postpurchase.ledger.LedgerSnapshot;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsAccount;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsHold;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.Verb;

/** The ledger's rows in memory, for very many short histories in one thread. */
public final class MemoryLedger implements LedgerStore {
  private final Map<Long, PointsAccount> accounts = new TreeMap<>();
  private final Map<String, Long> owners = new HashMap<>();
  private final Map<String, PointsPosting> postings = new HashMap<>();
  private final Map<String, PointsLot> lots = new TreeMap<>();
  private final Map<String, PointsHold> holds = new TreeMap<>();

  private static String key(long account, int number) {
    return account + 1_000_000_000L + ":" + (number + 1_000_000);
  }

  private static PointsAccount copy(PointsAccount a) {
    return new PointsAccount(
        a.accountId,
        a.programme,
        a.ownerKey,
        a.frozen,
        a.mergedInto(),
        new long[] {a.pending(), a.available(), a.held(), a.shortfall()},
        a.postingNo(),
        a.entryNo(),
        a.lotNo(),
        a.holdNo(),
        a.headHash());
  }

  private static PointsLot copy(PointsLot l) {
    long[] issued = {l.issued, l.pending(), l.available(), l.held(), l.spent(), l.expired()};
    long[] taken = {l.reversed(), l.moved(), l.clawed(), l.taken(), l.elsewhere()};
    return new PointsLot(
        l.accountId,
        l.lotNo,
        l.cause,
        l.sourceKey,
        l.originAccount,
        l.originLot,
        LongStream.concat(LongStream.of(issued), LongStream.of(taken)).toArray(),
        l.createdAt,
        l.maturesAt(),
        l.expiresAt());
  }

  private static PointsHold copy(PointsHold h) {
    return h.with(
        h.parts.stream()
            .map(p -> new PointsHold.Part(p.lotNo, p.points, p.restored()))
            .collect(Collectors.toList()));
  }

  private List<PointsLot> lots(Predicate<PointsLot> which) {
    return lots.values().stream()
        .filter(which)
        .map(MemoryLedger::copy)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Override
  public long open(String programme, String ownerKey, Instant now) {
    return owners.computeIfAbsent(
        ownerKey,
        owner -> {
          long id = accounts.size() + 1;
          accounts.put(
              id, new PointsAccount(id, programme, owner, false, 0, new long[4], 0, 0, 0, 0, ""));
          return id;
        });
  }

  @Override
  public Optional<Long> find(String programme, String ownerKey) {
    return Optional.ofNullable(owners.get(ownerKey));
  }

  @Override
  public LedgerSnapshot ask(LedgerQuery q) {
    PointsHold hold = q.by == LedgerQuery.By.HOLD ? holdOf(q.name) : null;
    Long id =
        q.by == LedgerQuery.By.NUMBER
            ? Long.valueOf(q.accountId)
            : hold != null ? Long.valueOf(hold.accountId) : owners.get(q.name);
    List<PointsLot> found = new ArrayList<>();
    if (hold != null) {
      PointsHold of = hold;
      found =
          lots(
              l ->
                  l.accountId == of.accountId
                      && of.parts.stream().anyMatch(p -> p.lotNo == l.lotNo));
    } else if (q.lotNo != 0) {
      found = lots(l -> l.accountId == q.accountId && l.lotNo == q.lotNo);
    } else if (q.usableAfter != null && id != null) {
      found = openLots(id, q.usableAfter, 0);
    }
    return new LedgerSnapshot(
        id == null ? Optional.empty() : lock(id),
        Optional.ofNullable(postings.get(q.postingKey)),
        found,
        Optional.ofNullable(hold).map(MemoryLedger::copy));
  }

  private PointsHold holdOf(String holdKey) {
    return holds.values().stream().filter(h -> h.holdKey.equals(holdKey)).findFirst().orElse(null);
  }

  @Override
  public Optional<PointsAccount> lock(long accountId) {
    return Optional.ofNullable(accounts.get(accountId)).map(MemoryLedger::copy);
  }

  @Override
  public Optional<PointsPosting> posting(String programme, String key) {
    return Optional.ofNullable(postings.get(key));
  }

  @Override
  public Optional<PointsPosting> postedMeanwhile(String programme, String key) {
    return Optional.empty();
  }

  @Override
  public List<PointsLot> openLots(long accountId, Instant usableAfter, int offset) {
    return lots(
            l ->
                l.accountId == accountId
                    && l.openUntil() != null
                    && l.openUntil().isAfter(usableAfter))
        .stream()
        .sorted(Comparator.comparing(PointsLot::openUntil).thenComparingInt(l -> l.lotNo))
        .skip(offset)
        .limit(PAGE)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Override
  public List<PointsLot> lotsWithPoints(long accountId) {
    return lots(l -> l.accountId == accountId && l.pending() + l.available() > 0);
  }

  @Override
  public List<PointsLot> lots(long accountId, Collection<Integer> lotNos) {
    return lots(l -> l.accountId == accountId && lotNos.contains(l.lotNo));
  }

  @Override
  public long mergedIntoOf(long accountId) {
    return accounts.get(accountId).mergedInto();
  }

  @Override
  public List<PointsLot> movedFrom(long accountId, int lotNo) {
    return lots(l -> l.originAccount == accountId && (lotNo == 0 || l.originLot == lotNo));
  }

  @Override
  public LedgerSets sets() {
    return new OneByOneSets(this, views());
  }

  @Override
  public void save(Booking booking) {
    PointsPosting posting = booking.posting();
    if (postings.putIfAbsent(posting.key, posting) != null) {
      throw new IllegalStateException("posted twice: " + posting.key);
    }
    booking.newLots().forEach(this::saveLot);
    booking.changedLots().forEach(this::saveLot);
    if (booking.hold() != null) {
      holds.put(key(booking.hold().accountId, booking.hold().holdNo), copy(booking.hold()));
    }
    accounts.put(booking.account.accountId, copy(booking.account));
  }

  @Override
  public void saveLot(PointsLot lot) {
    lots.put(key(lot.accountId, lot.lotNo), copy(lot));
  }

  @Override
  public boolean setFrozen(long accountId, boolean frozen, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<DueLot> due(Instant now, DueLot after, int limit) {
    return lots.values().stream()
        .filter(l -> l.dueAt() != null && !l.dueAt().isAfter(now))
        .sorted(Comparator.comparing(PointsLot::dueAt))
        .map(l -> new DueLot(l.accountId, l.lotNo, l.dueAt()))
        .filter(l -> after == null || l.dueAt.isAfter(after.dueAt))
        .limit(limit)
        .collect(Collectors.toList());
  }

  @Override
  public void park(long accountId, boolean parked) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant moment) {
    return Optional.empty();
  }

  /** What the programme reads of these rows; anything else is refused. */
  public LedgerViews views() {
    Class<?>[] type = {LedgerViews.class};
    return (LedgerViews)
        Proxy.newProxyInstance(
            type[0].getClassLoader(), type, (proxy, method, args) -> read(method.getName(), args));
  }

  private Object read(String name, Object[] args) {
    switch (name) {
      case "lotsOfOrder":
        return lots(l -> l.originAccount == 0 && l.cause.orderId == (Long) args[0]);
      case "pendingOfOrder":
        return lots(l -> l.pending() > 0 && l.cause.orderId == (Long) args[0]);
      case "lotsMaturingAfter":
        return lots(l -> l.maturesAt() != null && mergedInto(l.accountId) == (Long) args[0]);
      case "accountOf":
        return Optional.ofNullable(owners.get((String) args[1])).map(this::mergedInto);
      case "ordersWithHolds":
        return holds(h -> ((Collection<?>) args[0]).contains(h.orderId)).stream()
            .map(h -> h.orderId)
            .collect(Collectors.toSet());
      case "holdsOfOrder":
        return holds((h) -> h.orderId == (Long) args[0]);
      case "holds":
        return holds((h) -> h.accountId == (Long) args[0]);
      case "balance":
        return balance(args);
      case "forgiven":
        return forgiven((Long) args[0]);
      default:
        throw new UnsupportedOperationException(name);
    }
  }

  private List<PointsHold> holds(Predicate<PointsHold> which) {
    return holds.values().stream()
        .filter(which)
        .map(MemoryLedger::copy)
        .collect(Collectors.toList());
  }

  private long mergedInto(long account) {
    long next = account;
    while (accounts.get(next).mergedInto() != 0) {
      next = accounts.get(next).mergedInto();
    }
    return next;
  }

  private PointsBalance balance(Object[] args) {
    Long id = args.length == 2 ? (Long) args[0] : owners.get((String) args[1]);
    if (id == null) {
      return PointsBalance.NONE;
    }
    PointsAccount a = accounts.get(mergedInto(id));
    return new PointsBalance(
        a.accountId, a.pending(), a.available(), a.held(), a.shortfall(), 0, null, a.frozen);
  }

  private LedgerViews.Forgiven forgiven(long account) {
    List<PointsPosting> all =
        postings.values().stream()
            .filter(p -> p.accountId == account && p.verb == Verb.FORGIVE)
            .collect(Collectors.toList());
    return new LedgerViews.Forgiven(all.stream().mapToLong(p -> p.points).sum(), all.size());
  }
}
