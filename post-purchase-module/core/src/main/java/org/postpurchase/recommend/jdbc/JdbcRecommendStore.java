package org.postpurchase.recommend.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.recommend.Complement;
import org.postpurchase.recommend.OfferKind;
import org.postpurchase.recommend.RecommendIndex;
import org.postpurchase.recommend.RecommendState;
import org.postpurchase.recommend.RecommendStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** PP_RECOMMEND_STATE, PP_RECOMMEND_PAIR, PP_RECOMMEND_TOP and PP_COMPLEMENT. */
final class JdbcRecommendStore implements RecommendStore {
  private static final String STATE =
      "select ACTIVE, GENERATION, BUILT_AT, ORDERS, PRODUCTS, MILLIS from PP_RECOMMEND_STATE"
          + " where STATE_ID = 1";
  private static final String FIRST =
      "insert into PP_RECOMMEND_STATE (STATE_ID, ACTIVE, GENERATION, ORDERS, PRODUCTS, MILLIS)"
          + " values (1, ?, 0, 0, 0, 0)";
  private static final String COMPLEMENTS =
      "select COMPLEMENT_ID, FOR_CATEGORY, FOR_ID, PRODUCT_ID, OFFER, NOTE, CODE from PP_COMPLEMENT";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcRecommendStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public RecommendState state() {
    return jdbc
        .query(
            STATE,
            (row, n) ->
                new RecommendState(
                    row.getBoolean("ACTIVE"),
                    row.getInt("GENERATION"),
                    Utc.instant(row, "BUILT_AT"),
                    row.getLong("ORDERS"),
                    row.getLong("PRODUCTS"),
                    row.getLong("MILLIS")))
        .stream()
        .findFirst()
        .orElseGet(() -> new RecommendState(false, 0, null, 0, 0, 0));
  }

  @Override
  public void turn(boolean active) {
    inserts.ifAbsent(FIRST, active);
    jdbc.update("update PP_RECOMMEND_STATE set ACTIVE = ? where STATE_ID = 1", active);
  }

  @Override
  public RecommendState build(PurchasedLines lines, Instant since, Instant now) {
    long start = System.nanoTime();
    inserts.ifAbsent(FIRST, false);
    jdbc.update(
        "update PP_RECOMMEND_STATE set ACTIVE = ACTIVE where STATE_ID = 1"); // one at a time
    RecommendState before = state();
    int generation = before.generation + 1;
    long[] counted = new CountPurchases(jdbc, inserts, generation).count(lines, since);
    jdbc.update("delete from PP_RECOMMEND_PAIR where GENERATION <> ?", generation);
    jdbc.update("delete from PP_RECOMMEND_TOP where GENERATION <> ?", generation);
    long millis = (System.nanoTime() - start) / 1_000_000;
    jdbc.update(
        "update PP_RECOMMEND_STATE set GENERATION = ?, BUILT_AT = ?, ORDERS = ?, PRODUCTS = ?,"
            + " MILLIS = ? where STATE_ID = 1",
        generation,
        Utc.param(now),
        counted[0],
        counted[1],
        millis);
    return new RecommendState(before.active, generation, now, counted[0], counted[1], millis);
  }

  @Override
  public void read(RecommendIndex index) {
    Map<Long, List<Long>> together = new LinkedHashMap<>();
    jdbc.query(
        "select PRODUCT_ID, OTHER_ID from PP_RECOMMEND_PAIR where GENERATION ="
            + " (select GENERATION from PP_RECOMMEND_STATE where STATE_ID = 1)"
            + " order by PRODUCT_ID, DISPLAY_RANK",
        collecting(together));
    together.forEach(index::together);
    Map<Long, List<Long>> top = new LinkedHashMap<>();
    jdbc.query(
        "select CATEGORY_ID, PRODUCT_ID from PP_RECOMMEND_TOP where GENERATION ="
            + " (select GENERATION from PP_RECOMMEND_STATE where STATE_ID = 1)"
            + " order by CATEGORY_ID, DISPLAY_RANK",
        collecting(top));
    top.forEach(index::top);
  }

  private static RowCallbackHandler collecting(Map<Long, List<Long>> lists) {
    return row ->
        lists.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getLong(2));
  }

  @Override
  public List<Complement> complements() {
    return jdbc.query(COMPLEMENTS + " order by COMPLEMENT_ID", (row, n) -> complement(row));
  }

  @Override
  public Optional<Complement> complement(long id) {
    return jdbc
        .query(COMPLEMENTS + " where COMPLEMENT_ID = ?", (row, n) -> complement(row), id)
        .stream()
        .findFirst();
  }

  private static Complement complement(ResultSet row) throws SQLException {
    return Complement.plain(
            row.getBoolean("FOR_CATEGORY"), row.getLong("FOR_ID"), row.getLong("PRODUCT_ID"))
        .on(
            OfferKind.valueOf(row.getString("OFFER")),
            Columns.text(row, "NOTE"),
            Columns.text(row, "CODE"))
        .withId(row.getLong("COMPLEMENT_ID"));
  }

  @Override
  public Optional<Long> add(Complement c) {
    boolean added =
        inserts.ifAbsent(
            "insert into PP_COMPLEMENT (FOR_CATEGORY, FOR_ID, PRODUCT_ID, OFFER, NOTE, CODE)"
                + " values (?, ?, ?, ?, ?, ?)",
            c.forCategory,
            c.forId,
            c.productId,
            c.offer.name(),
            c.note,
            c.code);
    return added
        ? Optional.of(
            jdbc.queryForObject(
                "select COMPLEMENT_ID from PP_COMPLEMENT where FOR_CATEGORY = ? and FOR_ID = ?"
                    + " and PRODUCT_ID = ?",
                Long.class,
                c.forCategory,
                c.forId,
                c.productId))
        : Optional.empty();
  }

  @Override
  public boolean remove(long id) {
    return jdbc.update("delete from PP_COMPLEMENT where COMPLEMENT_ID = ?", id) == 1;
  }
}
