package org.postpurchase.broadleaf.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.analytics.ProductFigure;
import org.postpurchase.analytics.ProductFigures;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Reads the plugin's counts, which have a row for each product, and for the products of one page
 * what cases and surveys say, by the host's order lines. Three statements for a page.
 */
public final class BroadleafProductFigures implements ProductFigures {
  private static final String PRODUCTS =
      "(select PRODUCT_ID from PP_REVIEW_SUMMARY union select PRODUCT_ID from PP_KEPT_COUNT) p";
  private static final String COUNT = "select count(*) from " + PRODUCTS;
  private static final String PAGE =
      "select q.PRODUCT_ID, q.N1, q.N2, q.N3, q.N4, q.N5, q.KEPT_N, q.BACK_N from (select"
          + " p.PRODUCT_ID, coalesce(s.N1, 0) as N1, coalesce(s.N2, 0) as N2, coalesce(s.N3, 0) as"
          + " N3, coalesce(s.N4, 0) as N4, coalesce(s.N5, 0) as N5, coalesce(k.KEPT_N, 0) as"
          + " KEPT_N, coalesce(k.BACK_N, 0) as BACK_N from "
          + PRODUCTS
          + " left join PP_REVIEW_SUMMARY s on s.PRODUCT_ID = p.PRODUCT_ID left join PP_KEPT_COUNT k"
          + " on k.PRODUCT_ID = p.PRODUCT_ID) q order by {order}, q.PRODUCT_ID limit ? offset ?";
  private static final String PROBLEMS =
      "select d.PRODUCT_ID, count(*) as N, sum(case when c.STATE = 'CLOSED' then 0 else 1 end) as"
          + " OPEN_N from BLC_DISCRETE_ORDER_ITEM d join PP_CASE c on c.ORDER_LINE_ID ="
          + " d.ORDER_ITEM_ID where d.PRODUCT_ID {keys} group by d.PRODUCT_ID";
  private static final String SCORES =
      "select x.PRODUCT_ID, count(*) as N, sum(case when x.SCORE >= 9 then 1 else 0 end) as"
          + " PROMOTERS, sum(case when x.SCORE <= 6 then 1 else 0 end) as DETRACTORS from (select"
          + " distinct d.PRODUCT_ID, a.ANSWER_ID, case when v.KIND1 = 'NPS' then a.VALUE1 else"
          + " a.VALUE2 end as SCORE from BLC_DISCRETE_ORDER_ITEM d join BLC_ORDER_ITEM i on"
          + " i.ORDER_ITEM_ID = d.ORDER_ITEM_ID join PP_SURVEY_ANSWER a on a.ORDER_ID = i.ORDER_ID"
          + " join PP_SURVEY_VERSION v on v.SURVEY_ID = a.SURVEY_ID and v.VERSION_NUMBER ="
          + " a.VERSION_NUMBER where (v.KIND1 = 'NPS' or v.KIND2 = 'NPS') and d.PRODUCT_ID {keys})"
          + " x where x.SCORE is not null group by x.PRODUCT_ID";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  public BroadleafProductFigures(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public int count() {
    return jdbc.queryForObject(COUNT, Integer.class);
  }

  private static String sql(Order order) {
    switch (order) {
      case LOW_STARS:
        return "q.N1 + q.N2 desc";
      case SENT_BACK:
        return "q.BACK_N desc";
      default:
        return "q.N1 + q.N2 + q.N3 + q.N4 + q.N5 desc";
    }
  }

  @Override
  public List<ProductFigure> page(Order order, int limit, int offset) {
    Map<Long, long[]> counts = new LinkedHashMap<>();
    jdbc.query(
        PAGE.replace("{order}", sql(order)),
        (RowCallbackHandler)
            row -> {
              long[] all = new long[7];
              for (int i = 0; i < all.length; i++) {
                all[i] = row.getLong(i + 2);
              }
              counts.put(row.getLong("PRODUCT_ID"), all);
            },
        limit,
        offset);
    if (counts.isEmpty()) {
      return new ArrayList<>();
    }
    Map<Long, ProductFigure.Problems> problems = new HashMap<>();
    inserts
        .rows()
        .select(
            PROBLEMS,
            counts.keySet(),
            (row, n) ->
                problems.put(
                    row.getLong("PRODUCT_ID"),
                    new ProductFigure.Problems(row.getLong("N"), row.getLong("OPEN_N"))));
    Map<Long, ProductFigure.Recommended> scores = new HashMap<>();
    inserts
        .rows()
        .select(
            SCORES,
            counts.keySet(),
            (row, n) ->
                scores.put(
                    row.getLong("PRODUCT_ID"),
                    new ProductFigure.Recommended(
                        row.getLong("PROMOTERS"), row.getLong("DETRACTORS"), row.getLong("N"))));
    List<ProductFigure> figures = new ArrayList<>();
    counts.forEach(
        (id, n) ->
            figures.add(
                new ProductFigure(
                    id,
                    Arrays.copyOf(n, 5),
                    new ProductFigure.Kept(n[5], n[6]),
                    problems.getOrDefault(id, ProductFigure.Problems.NONE),
                    scores.getOrDefault(id, ProductFigure.Recommended.NONE))));
    return figures;
  }
}
