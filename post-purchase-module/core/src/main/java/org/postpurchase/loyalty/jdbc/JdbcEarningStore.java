package org.postpurchase.loyalty.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.postpurchase.loyalty.EarningAward;
import org.postpurchase.loyalty.EarningOrder;
import org.postpurchase.loyalty.EarningStore;
import org.postpurchase.loyalty.Refund;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.PartOfKeys;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.tier.QualifyingSpend;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** PP_EARNING_PERSON, PP_EARNING_ORDER, PP_EARNING_AWARD and PP_ORDER_REFUND. */
final class JdbcEarningStore implements EarningStore {
  /** Most ids of one statement. */
  private static final int PAGE = 200;

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets rows;

  JdbcEarningStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.rows = inserts.rows();
  }

  @Override
  public void lock(Collection<String> personKeys) {
    TreeSet<String> persons = new TreeSet<>(personKeys);
    if (persons.size() > 1) {
      rows.upsert(
          EarningSql.ADD_PERSON,
          "PERSON_KEY",
          EarningSql.LOCKED,
          persons.stream().map(person -> new Object[] {person}).collect(toList()));
      return;
    }
    for (String person : persons) {
      if (jdbc.update(EarningSql.LOCK, person) == 0) {
        inserts.orKeep(EarningSql.ADD_PERSON, person);
        jdbc.update(EarningSql.LOCK, person);
      }
    }
  }

  @Override
  public Map<Long, List<EarningOrder>> livesOf(Collection<Long> orderIds) {
    Map<Long, List<EarningOrder>> lives = new LinkedHashMap<>();
    orderIds.forEach(order -> lives.put(order, new ArrayList<>()));
    rows.select(
            EarningSql.ORDER + " where ORDER_ID {keys} order by ORDER_ID, LIFE" + EarningSql.LATEST,
            lives.keySet(),
            (row, n) -> EarningRows.order(row))
        .forEach(life -> lives.get(life.orderId).add(life));
    return lives;
  }

  @Override
  public List<EarningAward> currentAwardsOf(Collection<Long> orderIds) {
    return rows.select(
        EarningSql.AWARD + " where A.ORDER_ID {keys}" + EarningSql.LATEST,
        orderIds,
        (row, n) -> EarningRows.award(row));
  }

  @Override
  public Map<String, List<EarningOrder>> ordersOf(Collection<String> personKeys) {
    return rows
        .select(
            EarningSql.ORDER
                + " where PERSON_KEY {keys} order by PLACED_AT, ORDER_ID, LIFE"
                + EarningSql.LATEST,
            personKeys,
            (row, n) -> EarningRows.order(row))
        .stream()
        .collect(groupingBy(order -> order.personKey));
  }

  @Override
  public Map<String, List<EarningAward>> personalAwardsOf(Collection<String> personKeys) {
    Map<String, List<EarningAward>> awards = new HashMap<>();
    rows.select(
        EarningSql.ALL_PERSONAL,
        personKeys,
        (row, n) ->
            awards
                .computeIfAbsent(row.getString("PERSON_KEY"), person -> new ArrayList<>())
                .add(EarningRows.award(row)));
    return awards;
  }

  @Override
  public List<EarningOrder> livesOf(long orderId) {
    return jdbc.query(
        EarningSql.ORDER + " where ORDER_ID = ? order by LIFE" + EarningSql.LATEST,
        (row, n) -> EarningRows.order(row),
        orderId);
  }

  @Override
  public List<EarningAward> awardsOf(long orderId) {
    return jdbc.query(
        EarningSql.AWARDS_OF_ORDER + EarningSql.LATEST,
        (row, n) -> EarningRows.award(row),
        orderId);
  }

  @Override
  public List<EarningOrder> ordersOf(String personKey) {
    return jdbc.query(
        EarningSql.ORDER
            + " where PERSON_KEY = ? order by PLACED_AT, ORDER_ID, LIFE"
            + EarningSql.LATEST,
        (row, n) -> EarningRows.order(row),
        personKey);
  }

  @Override
  public List<EarningAward> personalAwardsOf(String personKey) {
    return jdbc.query(EarningSql.PERSONAL, (row, n) -> EarningRows.award(row), personKey);
  }

  @Override
  public List<EarningAward> awardsOf(Collection<Long> orderIds) {
    return ofOrders(
        EarningSql.AWARD + " where A.ORDER_ID in (", orderIds, (row, n) -> EarningRows.award(row));
  }

  @Override
  public List<Refund> refundsOf(Collection<Long> orderIds) {
    return ofOrders(EarningSql.REFUNDS, orderIds, (row, n) -> EarningRows.refund(row));
  }

  private <T> List<T> ofOrders(String select, Collection<Long> orderIds, RowMapper<T> mapper) {
    List<T> found = new ArrayList<>();
    List<Long> ids = new ArrayList<>(new TreeSet<>(orderIds));
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<Long> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
      String marks = String.join(", ", Collections.nCopies(page.size(), "?"));
      found.addAll(jdbc.query(select + marks + ")", mapper, page.toArray()));
    }
    return found;
  }

  @Override
  public boolean add(EarningOrder order) {
    return inserts.ifAbsent(EarningSql.ADD_ORDER, EarningRows.values(order));
  }

  @Override
  public void addOrders(Collection<EarningOrder> orders) {
    rows.insert(EarningSql.ADD_ORDER, orders.stream().map(EarningRows::values).collect(toList()));
  }

  @Override
  public void saveOrders(Collection<EarningOrder> orders) {
    rows.update(
        EarningSql.SAVE_ORDER,
        orders.stream()
            .map(order -> new Object[] {order.state().name(), order.orderId, order.life})
            .collect(toList()));
  }

  @Override
  public void add(Collection<EarningAward> awards) {
    rows.insert(EarningSql.ADD_AWARD, awards.stream().map(EarningRows::values).collect(toList()));
  }

  @Override
  public boolean add(String eventKey, Refund refund) {
    return inserts.ifAbsent(
        EarningSql.ADD_REFUND,
        eventKey,
        refund.orderId,
        refund.currency,
        refund.minor,
        Utc.param(refund.at));
  }

  @Override
  public void save(EarningOrder order) {
    jdbc.update(EarningSql.SAVE_ORDER, order.state().name(), order.orderId, order.life);
  }

  @Override
  public void save(Collection<EarningAward> awards) {
    rows.update(EarningSql.SAVE_AWARD, awards.stream().map(EarningRows::changed).collect(toList()));
  }

  @Override
  public List<QualifyingSpend> of(String ownerKey, String currency, Instant after) {
    return of(Collections.singleton(ownerKey), currency, after)
        .getOrDefault(ownerKey, Collections.emptyList());
  }

  @Override
  public Map<String, List<QualifyingSpend>> of(
      Collection<String> ownerKeys, String currency, Instant after) {
    Map<String, List<QualifyingSpend>> all = new HashMap<>();
    rows.select(
        EarningSql.SPEND,
        ownerKeys,
        (row, n) ->
            all.computeIfAbsent(row.getString("PERSON_KEY"), owner -> new ArrayList<>())
                .add(
                    new QualifyingSpend(
                        row.getLong("ORDER_ID"),
                        row.getLong("BOOKED"),
                        Utc.instant(row, "MATURES_AT"))),
        currency,
        Utc.param(after));
    return all;
  }

  @Override
  public void give(long orderId, String personKey) {
    jdbc.update(EarningSql.GIVE, personKey, orderId);
  }

  @Override
  public long bookedSince(String personKey, String ruleKey, Instant since) {
    return jdbc.queryForObject(
        EarningSql.SINCE, Long.class, PartOfKeys.args(ruleKey, personKey, Utc.param(since)));
  }

  @Override
  public long bookedBefore(String programme, String ownerKey, String ruleKey, Instant since) {
    return jdbc.queryForObject(
        EarningSql.BEFORE,
        Long.class,
        PartOfKeys.args(ruleKey, ownerKey, programme, Utc.param(since)));
  }
}
