package org.postpurchase.catalogue.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.catalogue.PurchaseStore;
import org.postpurchase.catalogue.RewardPurchase;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcPurchaseStore implements PurchaseStore {
  private static final String SELECT =
      "select REQUEST_KEY, REWARD_KEY, REWARD_VERSION, REWARD_NAME, PROGRAMME, ACCOUNT_ID,"
          + " CUSTOMER_ID, PURCHASE_NO, POINTS, REWARD_CODE_ID, BOUGHT_AT, TAKEN_BACK_AT from"
          + " PP_REWARD_PURCHASE";
  private static final String ADD =
      "insert into PP_REWARD_PURCHASE (REQUEST_KEY, REWARD_KEY, REWARD_VERSION, REWARD_NAME,"
          + " PROGRAMME, ACCOUNT_ID, CUSTOMER_ID, PURCHASE_NO, POINTS, REWARD_CODE_ID, BOUGHT_AT)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String BOUGHT =
      "select count(*) N, count(TAKEN_BACK_AT) BACK, coalesce(max(PURCHASE_NO), 0) LAST from"
          + " PP_REWARD_PURCHASE where CUSTOMER_ID = ? and REWARD_KEY = ?";
  private static final String BOUGHT_BY =
      "select REWARD_KEY, count(*) N from PP_REWARD_PURCHASE where CUSTOMER_ID = ? and"
          + " TAKEN_BACK_AT is null group by REWARD_KEY";
  private static final String OF_CUSTOMER =
      SELECT + " where CUSTOMER_ID = ? order by PURCHASE_ID desc limit ?";
  private static final String TAKE_BACK =
      "update PP_REWARD_PURCHASE set TAKEN_BACK_AT = ?, TAKEN_BACK_BY = ? where REQUEST_KEY = ? and"
          + " TAKEN_BACK_AT is null";

  private static final String ADD_STOCK =
      "insert into PP_REWARD_STOCK (REWARD_KEY, TAKEN, CHANGED_AT) values (?, 0, ?)";
  private static final String HAS_STOCK =
      "select count(*) from PP_REWARD_STOCK where REWARD_KEY = ?";
  private static final String TAKEN = "select REWARD_KEY, TAKEN from PP_REWARD_STOCK";

  /** The row lock makes the second of two buyers see what the first one has left. */
  private static final String TAKE =
      "update PP_REWARD_STOCK set TAKEN = TAKEN + 1, CHANGED_AT = ? where REWARD_KEY = ? and TAKEN"
          + " < ?";

  private static final String PUT_BACK =
      "update PP_REWARD_STOCK set TAKEN = TAKEN - 1, CHANGED_AT = ? where REWARD_KEY = ? and TAKEN"
          + " > 0";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcPurchaseStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Optional<RewardPurchase> find(String requestKey) {
    return find(Collections.singleton(requestKey)).stream().findFirst();
  }

  @Override
  public List<RewardPurchase> find(Collection<String> requestKeys) {
    Object[] keys = new LinkedHashSet<>(requestKeys).toArray();
    if (keys.length == 0) {
      return Collections.emptyList();
    }
    String marks = String.join(", ", Collections.nCopies(keys.length, "?"));
    return jdbc.query(
        SELECT + " where REQUEST_KEY in (" + marks + ")", (row, n) -> purchase(row), keys);
  }

  @Override
  public Bought bought(long customerId, String rewardKey) {
    return jdbc.query(
            BOUGHT,
            (row, n) -> new Bought(row.getLong("N") - row.getLong("BACK"), row.getInt("LAST")),
            customerId,
            rewardKey)
        .get(0);
  }

  @Override
  public Map<String, Long> boughtBy(long customerId) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.query(
        BOUGHT_BY,
        row -> {
          counts.put(row.getString("REWARD_KEY"), row.getLong("N"));
        },
        customerId);
    return counts;
  }

  @Override
  public Map<String, Long> taken() {
    Map<String, Long> taken = new HashMap<>();
    jdbc.query(
        TAKEN,
        row -> {
          taken.put(row.getString("REWARD_KEY"), row.getLong("TAKEN"));
        });
    return taken;
  }

  @Override
  public boolean take(String rewardKey, long stock, Instant now) {
    if (jdbc.queryForObject(HAS_STOCK, Integer.class, rewardKey) == 0) {
      // first: on MySQL an update that finds no row locks the gap, and all buyers would wait there
      inserts.orKeep(ADD_STOCK, rewardKey, Utc.param(now));
    }
    long below = stock == 0 ? Long.MAX_VALUE : stock;
    return jdbc.update(TAKE, Utc.param(now), rewardKey, below) == 1;
  }

  @Override
  public void putBack(String rewardKey, Instant now) {
    jdbc.update(PUT_BACK, Utc.param(now), rewardKey);
  }

  @Override
  public void add(RewardPurchase p) {
    boolean isNew =
        inserts.ifAbsent(
            ADD,
            p.requestKey,
            p.rewardKey,
            p.rewardVersion,
            p.rewardName,
            p.buyer.programme,
            p.buyer.accountId,
            p.buyer.customerId,
            p.number,
            p.points,
            p.rewardCodeId,
            Utc.param(p.boughtAt));
    if (!isNew) {
      throw new OptimisticLockingFailureException(
          "purchase " + p.requestKey + " no " + p.number + " was made meanwhile");
    }
  }

  @Override
  public boolean takeBack(String requestKey, String actor, Instant now) {
    return jdbc.update(TAKE_BACK, Utc.param(now), actor, requestKey) == 1;
  }

  @Override
  public List<RewardPurchase> ofCustomer(long customerId, int limit) {
    return jdbc.query(OF_CUSTOMER, (row, n) -> purchase(row), customerId, limit);
  }

  private static RewardPurchase purchase(ResultSet row) throws SQLException {
    return new RewardPurchase(
        row.getString("REQUEST_KEY"),
        row.getString("REWARD_KEY"),
        row.getInt("REWARD_VERSION"),
        row.getString("REWARD_NAME"),
        new RewardPurchase.Buyer(
            row.getString("PROGRAMME"), row.getLong("ACCOUNT_ID"), row.getLong("CUSTOMER_ID")),
        row.getInt("PURCHASE_NO"),
        row.getLong("POINTS"),
        row.getLong("REWARD_CODE_ID"),
        Utc.instant(row, "BOUGHT_AT"),
        Utc.instant(row, "TAKEN_BACK_AT"));
  }
}
