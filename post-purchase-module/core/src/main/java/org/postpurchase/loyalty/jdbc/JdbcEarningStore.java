package org.postpurchase.loyalty.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.postpurchase.loyalty.EarningAward;
import org.postpurchase.loyalty.EarningOrder;
import org.postpurchase.loyalty.EarningStore;
import org.postpurchase.loyalty.Refund;
import org.postpurchase.loyalty.RuleLimits;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.tier.QualifyingSpend;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** PP_EARNING_PERSON, PP_EARNING_ORDER, PP_EARNING_AWARD and PP_ORDER_REFUND. */
final class JdbcEarningStore implements EarningStore {
  private static final String ADD_PERSON =
      "insert into PP_EARNING_PERSON (PERSON_KEY, EDITION) values (?, 0)";
  private static final String LOCK =
      "update PP_EARNING_PERSON set EDITION = EDITION + 1 where PERSON_KEY = ?";

  /**
   * The person's lock lets one at a time at these rows; reading them with a lock too makes what was
   * committed before seen under repeatable read.
   */
  private static final String LATEST = " for update";

  private static final String ORDER =
      "select ORDER_ID, LIFE, PROGRAMME, OWNER_KEY, PERSON_KEY, PLACED_AT, BEGAN_AT, CURRENCY, PAID_MINOR,"
          + " SHIPPING_MINOR, HAD_EARLIER, KEPT from PP_EARNING_ORDER";
  private static final String ADD_ORDER =
      "insert into PP_EARNING_ORDER (ORDER_ID, LIFE, PROGRAMME, OWNER_KEY, PERSON_KEY, PLACED_AT, BEGAN_AT, CURRENCY,"
          + " PAID_MINOR, SHIPPING_MINOR, HAD_EARLIER, KEPT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SAVE_ORDER =
      "update PP_EARNING_ORDER set KEPT = ? where ORDER_ID = ? and LIFE = ?";
  private static final String GIVE =
      "update PP_EARNING_ORDER set PERSON_KEY = ? where ORDER_ID = ?";
  private static final String AWARD =
      "select A.ORDER_ID, A.LIFE, A.LINE_ID, A.KIND, A.RULE_KEY, A.RULE_VERSION, A.TERMS_VERSION, A.LIMITS, A.POINTS,"
          + " A.BASE_MINOR, A.RESIDUE, A.BOOKED, A.QUANTITY, A.KEPT_UNITS, A.LOTS, A.MATURES_AT from PP_EARNING_AWARD A";
  private static final String AWARDS_OF_ORDER = AWARD + " where A.ORDER_ID = ?";
  private static final String PERSONAL =
      AWARD
          + " join PP_EARNING_ORDER O on O.ORDER_ID = A.ORDER_ID and O.LIFE = A.LIFE"
          + " where O.PERSON_KEY = ? and A.PERSONAL = 1";
  private static final String ADD_AWARD =
      "insert into PP_EARNING_AWARD (ORDER_ID, LIFE, LINE_ID, KIND, RULE_KEY, RULE_VERSION, TERMS_VERSION, LIMITS,"
          + " PERSONAL, POINTS, BASE_MINOR, RESIDUE, BOOKED, QUANTITY, KEPT_UNITS, LOTS, MATURES_AT)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SAVE_AWARD =
      "update PP_EARNING_AWARD set POINTS = ?, BOOKED = ?, KEPT_UNITS = ?, LOTS = ?, MATURES_AT = ?"
          + " where ORDER_ID = ? and LIFE = ? and LINE_ID = ? and KIND = ?";
  private static final String ADD_REFUND =
      "insert into PP_ORDER_REFUND (EVENT_KEY, ORDER_ID, CURRENCY, AMOUNT_MINOR, REFUNDED_AT) values (?, ?, ?, ?, ?)";
  private static final String REFUNDS =
      "select ORDER_ID, CURRENCY, AMOUNT_MINOR, REFUNDED_AT from PP_ORDER_REFUND where ORDER_ID in (";
  private static final String SPEND =
      "select A.ORDER_ID, A.BOOKED, A.MATURES_AT from PP_EARNING_AWARD A join PP_EARNING_ORDER O"
          + " on O.ORDER_ID = A.ORDER_ID and O.LIFE = A.LIFE where O.PERSON_KEY = ? and O.CURRENCY = ?"
          + " and A.KIND = 'QUALIFYING' and A.MATURES_AT > ?";
  private static final String SINCE =
      "select coalesce(sum(A.BOOKED), 0) from PP_EARNING_ORDER O join PP_EARNING_AWARD A"
          + " on A.ORDER_ID = O.ORDER_ID and A.LIFE = O.LIFE where O.PERSON_KEY = ? and O.PLACED_AT >= ?"
          + " and A.PERSONAL = 1"
          + " and (A.RULE_KEY = ? or A.RULE_KEY like ? or A.RULE_KEY like ? or A.RULE_KEY like ?)";
  private static final String BEFORE =
      "select coalesce(sum(L.ISSUED - L.CLAWED), 0) from PP_POINTS_LOT L join PP_POINTS_ACCOUNT A"
          + " on A.ACCOUNT_ID = L.ACCOUNT_ID where A.OWNER_KEY = ? and A.PROGRAMME = ? and L.CREATED_AT >= ?"
          + " and L.ORIGIN_ACCOUNT = 0 and L.ORDER_ID <> 0"
          + " and (L.RULE_KEY = ? or L.RULE_KEY like ? or L.RULE_KEY like ? or L.RULE_KEY like ?)"
          + " and not exists (select 1 from PP_EARNING_ORDER O where O.ORDER_ID = L.ORDER_ID)";

  /** Most ids of one statement. */
  private static final int PAGE = 200;

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcEarningStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void lock(Collection<String> personKeys) {
    for (String person : new TreeSet<>(personKeys)) {
      if (jdbc.update(LOCK, person) == 0) {
        inserts.orKeep(ADD_PERSON, person);
        jdbc.update(LOCK, person);
      }
    }
  }

  @Override
  public List<EarningOrder> livesOf(long orderId) {
    return jdbc.query(
        ORDER + " where ORDER_ID = ? order by LIFE" + LATEST, (row, n) -> order(row), orderId);
  }

  @Override
  public List<EarningAward> awardsOf(long orderId) {
    return jdbc.query(AWARDS_OF_ORDER + LATEST, (row, n) -> award(row), orderId);
  }

  @Override
  public List<EarningOrder> ordersOf(String personKey) {
    return jdbc.query(
        ORDER + " where PERSON_KEY = ? order by PLACED_AT, ORDER_ID, LIFE" + LATEST,
        (row, n) -> order(row),
        personKey);
  }

  @Override
  public List<EarningAward> personalAwardsOf(String personKey) {
    return jdbc.query(PERSONAL, (row, n) -> award(row), personKey);
  }

  @Override
  public List<EarningAward> awardsOf(Collection<Long> orderIds) {
    return ofOrders(AWARD + " where A.ORDER_ID in (", orderIds, (row, n) -> award(row));
  }

  @Override
  public List<Refund> refundsOf(Collection<Long> orderIds) {
    return ofOrders(REFUNDS, orderIds, (row, n) -> refund(row));
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
        ADD_ORDER,
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
            award.rule.key(),
            award.rule.version(),
            award.rule.termsVersion(),
            award.rule.limits().toString(),
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
      jdbc.batchUpdate(ADD_AWARD, rows);
    }
  }

  @Override
  public boolean add(String eventKey, Refund refund) {
    return inserts.ifAbsent(
        ADD_REFUND, eventKey, refund.orderId, refund.currency, refund.minor, Utc.param(refund.at));
  }

  @Override
  public void save(EarningOrder order) {
    jdbc.update(SAVE_ORDER, order.state().name(), order.orderId, order.life);
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
      jdbc.batchUpdate(SAVE_AWARD, rows);
    }
  }

  @Override
  public List<QualifyingSpend> of(String ownerKey, String currency, Instant after) {
    return jdbc.query(
        SPEND,
        (row, n) ->
            new QualifyingSpend(
                row.getLong("ORDER_ID"), row.getLong("BOOKED"), Utc.instant(row, "MATURES_AT")),
        ownerKey,
        currency,
        Utc.param(after));
  }

  @Override
  public void give(long orderId, String personKey) {
    jdbc.update(GIVE, personKey, orderId);
  }

  @Override
  public long bookedSince(String personKey, String ruleKey, Instant since) {
    return jdbc.queryForObject(
        SINCE,
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
        BEFORE,
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
