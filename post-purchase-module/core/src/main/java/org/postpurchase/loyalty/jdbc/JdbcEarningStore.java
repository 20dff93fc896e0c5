package org.postpurchase.loyalty.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.postpurchase.loyalty.EarningAward;
import org.postpurchase.loyalty.EarningOrder;
import org.postpurchase.loyalty.EarningStore;
import org.postpurchase.loyalty.Refund;
import org.postpurchase.loyalty.RuleLimits;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
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
    for (String person : new TreeSet<>(personKeys)) {
      if (jdbc.update(EarningSql.LOCK, person) == 0) {
        inserts.orKeep(EarningSql.ADD_PERSON, person);
        jdbc.update(EarningSql.LOCK, person);
      }
    }
  }

  @Override
  public List<EarningOrder> livesOf(long orderId) {
    return jdbc.query(
        EarningSql.ORDER + " where ORDER_ID = ? order by LIFE" + EarningSql.LATEST,
        (row, n) -> order(row),
        orderId);
  }

  @Override
  public List<EarningAward> awardsOf(long orderId) {
    return jdbc.query(
        EarningSql.AWARDS_OF_ORDER + EarningSql.LATEST, (row, n) -> award(row), orderId);
  }

  @Override
  public List<EarningOrder> ordersOf(String personKey) {
    return jdbc.query(
        EarningSql.ORDER
            + " where PERSON_KEY = ? order by PLACED_AT, ORDER_ID, LIFE"
            + EarningSql.LATEST,
        (row, n) -> order(row),
        personKey);
  }

  @Override
  public List<EarningAward> personalAwardsOf(String personKey) {
    return jdbc.query(EarningSql.PERSONAL, (row, n) -> award(row), personKey);
  }

  @Override
  public List<EarningAward> awardsOf(Collection<Long> orderIds) {
    return ofOrders(EarningSql.AWARD + " where A.ORDER_ID in (", orderIds, (row, n) -> award(row));
  }

  @Override
  public List<Refund> refundsOf(Collection<Long> orderIds) {
    return ofOrders(EarningSql.REFUNDS, orderIds, (row, n) -> refund(row));
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
    return inserts.ifAbsent(
        EarningSql.ADD_ORDER,
        order.orderId,
        order.life,
        order.programme,
        order.ownerKey,
        order.personKey,
        Utc.param(order.placedAt),
        Utc.param(order.beganAt),
        order.paid.currency,
        order.paid.minor,
        order.paid.shippingMinor,
        order.hadEarlier ? 1 : 0,
        order.state().name());
  }

  @Override
  public void add(Collection<EarningAward> awards) {
    List<Object[]> rows = new ArrayList<>();
    for (EarningAward award : awards) {
      rows.add(
          new Object[] {
            award.orderId,
            award.life,
            award.lineId,
            award.kind,
            award.rule.key,
            award.rule.version,
            award.rule.termsVersion,
            award.rule.limits.toString(),
            award.isPersonal() ? 1 : 0,
            award.points,
            award.baseMinor,
            award.residue,
            award.booked,
            award.quantity,
            award.keptUnits,
            award.lots,
            Utc.param(award.maturesAt)
          });
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(EarningSql.ADD_AWARD, rows);
    }
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
    List<Object[]> rows = new ArrayList<>();
    for (EarningAward award : awards) {
      rows.add(
          new Object[] {
            award.points,
            award.booked,
            award.keptUnits,
            award.lots,
            Utc.param(award.maturesAt),
            award.orderId,
            award.life,
            award.lineId,
            award.kind
          });
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(EarningSql.SAVE_AWARD, rows);
    }
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
        EarningSql.SINCE,
        Long.class,
        personKey,
        Utc.param(since),
        ruleKey,
        ruleKey + "+%",
        "%+" + ruleKey,
        "%+" + ruleKey + "+%");
  }

  @Override
  public long bookedBefore(String programme, String ownerKey, String ruleKey, Instant since) {
    return jdbc.queryForObject(
        EarningSql.BEFORE,
        Long.class,
        ownerKey,
        programme,
        Utc.param(since),
        ruleKey,
        ruleKey + "+%",
        "%+" + ruleKey,
        "%+" + ruleKey + "+%");
  }

  private static EarningOrder order(ResultSet row) throws SQLException {
    return new EarningOrder(
        row.getLong("ORDER_ID"),
        row.getInt("LIFE"),
        new EarningOrder.Owner(
            row.getString("PROGRAMME"), row.getString("OWNER_KEY"), row.getString("PERSON_KEY")),
        Utc.instant(row, "PLACED_AT"),
        Utc.instant(row, "BEGAN_AT"),
        new EarningOrder.Paid(
            row.getString("CURRENCY"), row.getLong("PAID_MINOR"), row.getLong("SHIPPING_MINOR")),
        row.getInt("HAD_EARLIER") == 1,
        EarningOrder.Kept.valueOf(row.getString("KEPT")));
  }

  private static EarningAward award(ResultSet row) throws SQLException {
    return new EarningAward(
        row.getLong("ORDER_ID"),
        row.getInt("LIFE"),
        row.getLong("LINE_ID"),
        row.getString("KIND"),
        new EarningAward.Rule(
            Columns.text(row, "RULE_KEY"),
            row.getInt("RULE_VERSION"),
            row.getInt("TERMS_VERSION"),
            RuleLimits.parse(Columns.text(row, "LIMITS"))),
        new long[] {
          row.getLong("POINTS"),
          row.getLong("BASE_MINOR"),
          row.getLong("RESIDUE"),
          row.getLong("BOOKED")
        },
        new int[] {row.getInt("QUANTITY"), row.getInt("KEPT_UNITS"), row.getInt("LOTS")},
        Utc.instant(row, "MATURES_AT"));
  }

  private static Refund refund(ResultSet row) throws SQLException {
    return new Refund(
        row.getLong("ORDER_ID"),
        row.getString("CURRENCY"),
        row.getLong("AMOUNT_MINOR"),
        Utc.instant(row, "REFUNDED_AT"));
  }
}
