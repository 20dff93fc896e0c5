package org.postpurchase.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postpurchase.loyalty.EarningAward;
import org.postpurchase.loyalty.EarningOrder;
import org.postpurchase.loyalty.EarningStore;
import org.postpurchase.loyalty.Refund;
import org.postpurchase.tier.QualifyingSpend;

/** What orders earn, in memory; see {@link MemoryLedger}. */
public final class MemoryEarnings implements EarningStore {
  private final Map<String, EarningOrder> orders = new LinkedHashMap<>();
  private final Map<String, EarningAward> awards = new LinkedHashMap<>();
  private final Map<String, Refund> refunds = new HashMap<>();

  private static String key(EarningAward a) {
    return a.orderId + "/" + a.life + "/" + a.lineId + "/" + a.kind;
  }

  private static String key(long orderId, int life) {
    return orderId + "/" + life;
  }

  private List<EarningOrder> orders(Predicate<EarningOrder> which) {
    return orders.values().stream()
        .filter(which)
        .sorted(Comparator.comparing((EarningOrder o) -> o.life))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Override
  public void lock(Collection<String> personKeys) {}

  @Override
  public List<EarningOrder> livesOf(long orderId) {
    return orders(o -> o.orderId == orderId);
  }

  @Override
  public List<EarningAward> awardsOf(long orderId) {
    return awards.values().stream().filter(a -> a.orderId == orderId).collect(Collectors.toList());
  }

  @Override
  public List<EarningOrder> ordersOf(String personKey) {
    return orders(o -> o.personKey.equals(personKey));
  }

  @Override
  public List<EarningAward> personalAwardsOf(String personKey) {
    return awards.values().stream()
        .filter(EarningAward::isPersonal)
        .filter(a -> orders.get(key(a.orderId, a.life)).personKey.equals(personKey))
        .collect(Collectors.toList());
  }

  @Override
  public List<EarningAward> awardsOf(Collection<Long> orderIds) {
    return awards.values().stream()
        .filter(a -> orderIds.contains(a.orderId))
        .collect(Collectors.toList());
  }

  @Override
  public List<Refund> refundsOf(Collection<Long> orderIds) {
    return refunds.values().stream()
        .filter(r -> orderIds.contains(r.orderId))
        .collect(Collectors.toList());
  }

  @Override
  public boolean add(EarningOrder order) {
    return orders.putIfAbsent(key(order.orderId, order.life), order) == null;
  }

  @Override
  public void add(Collection<EarningAward> all) {
    all.forEach(a -> awards.put(key(a), a));
  }

  @Override
  public boolean add(String eventKey, Refund refund) {
    return refunds.putIfAbsent(eventKey, refund) == null;
  }

  @Override
  public void save(EarningOrder order) {
    orders.put(key(order.orderId, order.life), order);
  }

  @Override
  public void save(Collection<EarningAward> all) {
    all.forEach(a -> awards.put(key(a), a));
  }

  @Override
  public void give(long orderId, String personKey) {
    livesOf(orderId).forEach(o -> orders.put(key(orderId, o.life), o.of(personKey)));
  }

  @Override
  public long bookedSince(String personKey, String ruleKey, Instant since) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long bookedBefore(String programme, String ownerKey, String ruleKey, Instant since) {
    return 0;
  }

  @Override
  public List<QualifyingSpend> of(String ownerKey, String currency, Instant after) {
    List<QualifyingSpend> spend = new ArrayList<>();
    for (EarningAward award : awards.values()) {
      EarningOrder order = orders.get(key(award.orderId, award.life));
      if (award.kind.equals(EarningAward.QUALIFYING) && order.personKey.equals(ownerKey)) {
        spend.add(new QualifyingSpend(award.orderId, award.booked, award.maturesAt));
      }
    }
    return spend;
  }
}
