package org.postpurchase.recommend.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.recommend.RecommendIndex;
import org.postpurchase.recommend.RecommendStore.PurchasedLines;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One build. The database joins and counts in sets, so that its work grows with the lines of
 * orders; what is left to rank is one row for each pair that was bought more than once. Orders of
 * more than 30 products are wholesale: they would grow as the square of their lines and say little.
 */
final class CountPurchases {
  private static final int WHOLESALE = 30;

  /** Once may be chance. */
  private static final int ORDERS_LEAST = 2;

  private static final int PAGE = 1_000;

  /**
   * Read first and removed by key: as one statement, PostgreSQL, which knows nothing yet of how
   * full the table is, may group all of it again for every row.
   */
  private static final String LARGE =
      "select ORDER_ID from PP_RECOMMEND_LINE group by ORDER_ID having count(*) > ?";

  private static final String REMOVE = "delete from PP_RECOMMEND_LINE where ORDER_ID = ?";
  private static final String SHOP =
      "select PRODUCT_ID, count(*) as N from PP_RECOMMEND_LINE group by PRODUCT_ID";
  private static final String CATEGORIES =
      "select CATEGORY_ID, PRODUCT_ID, count(*) as N from PP_RECOMMEND_LINE where CATEGORY_ID > 0"
          + " group by CATEGORY_ID, PRODUCT_ID order by CATEGORY_ID, N desc, PRODUCT_ID";
  private static final String PAIRS =
      "select A.PRODUCT_ID, B.PRODUCT_ID as OTHER_ID, count(*) as N from PP_RECOMMEND_LINE A"
          + " join PP_RECOMMEND_LINE B on B.ORDER_ID = A.ORDER_ID and B.PRODUCT_ID <> A.PRODUCT_ID"
          + " group by A.PRODUCT_ID, B.PRODUCT_ID having count(*) >= ? order by A.PRODUCT_ID";
  private static final String PAIR =
      "insert into PP_RECOMMEND_PAIR (GENERATION, PRODUCT_ID, DISPLAY_RANK, OTHER_ID, ORDERS)"
          + " values (?, ?, ?, ?, ?)";
  private static final String TOP =
      "insert into PP_RECOMMEND_TOP (GENERATION, CATEGORY_ID, DISPLAY_RANK, PRODUCT_ID, ORDERS)"
          + " values (?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;

  /** Reads page by page where the driver can, on the same connection. */
  private final JdbcTemplate pages;

  private final Inserts inserts;
  private final int generation;
  private final Map<Long, Long> ordersOf = new HashMap<>();
  private final List<Object[]> waiting = new ArrayList<>();

  CountPurchases(JdbcTemplate jdbc, Inserts inserts, int generation) {
    this.jdbc = jdbc;
    pages = new JdbcTemplate(jdbc.getDataSource());
    pages.setFetchSize(PAGE);
    this.inserts = inserts;
    this.generation = generation;
  }

  /** The numbers of orders and of products that were counted. */
  long[] count(PurchasedLines lines, Instant since) {
    jdbc.update("delete from PP_RECOMMEND_LINE");
    lines.copy(since);
    List<Object[]> large = new ArrayList<>();
    for (long order : jdbc.queryForList(LARGE, Long.class, WHOLESALE)) {
      large.add(new Object[] {order});
    }
    if (!large.isEmpty()) {
      jdbc.batchUpdate(REMOVE, large);
    }
    long orders =
        jdbc.queryForObject("select count(distinct ORDER_ID) from PP_RECOMMEND_LINE", Long.class);
    bestsellers();
    ofCategories();
    pairs();
    jdbc.update("delete from PP_RECOMMEND_LINE");
    return new long[] {orders, ordersOf.size()};
  }

  private void bestsellers() {
    List<Counted> all = new ArrayList<>();
    jdbc.query(
        SHOP,
        row -> {
          Counted counted = new Counted(row.getLong("PRODUCT_ID"), row.getLong("N"));
          ordersOf.put(counted.product, counted.orders);
          all.add(counted);
        });
    write(0, all, RecommendIndex.SHOP_MOST, Comparator.comparingDouble(c -> -c.orders));
    flush(TOP);
  }

  private void ofCategories() {
    Group group = new Group(TOP, RecommendIndex.CATEGORY_MOST);
    pages.query(
        CATEGORIES,
        row -> {
          group.add(row.getLong("CATEGORY_ID"), row.getLong("PRODUCT_ID"), row.getLong("N"));
        });
    group.end();
  }

  /** What is bought with everything says less: both products' own numbers weigh against a pair. */
  private void pairs() {
    String inSets = inserts.dialect().joinsInSets();
    if (!inSets.isEmpty()) {
      jdbc.execute(inSets);
    }
    Group group = new Group(PAIR, RecommendIndex.TOGETHER_MOST);
    pages.query(
        PAIRS,
        row -> {
          group.add(row.getLong("PRODUCT_ID"), row.getLong("OTHER_ID"), row.getLong("N"));
        },
        ORDERS_LEAST);
    group.end();
  }

  /** Rows of one product or category after another. */
  private final class Group {
    private final String insert;
    private final int most;
    private final List<Counted> members = new ArrayList<>();
    private long of = -1;

    Group(String insert, int most) {
      this.insert = insert;
      this.most = most;
    }

    void add(long group, long product, long orders) {
      if (group != of) {
        finish();
        of = group;
      }
      members.add(new Counted(product, orders));
    }

    private void finish() {
      boolean together = insert.equals(PAIR);
      write(
          of,
          members,
          most,
          Comparator.comparingDouble(
              c -> together ? -c.orders / Math.sqrt(ordersOf.get(c.product)) : -c.orders));
      members.clear();
    }

    void end() {
      finish();
      flush(insert);
    }
  }

  private void write(long of, List<Counted> all, int most, Comparator<Counted> best) {
    all.sort(best.thenComparingLong(c -> c.product));
    for (int rank = 0; rank < Math.min(most, all.size()); rank++) {
      Counted counted = all.get(rank);
      waiting.add(new Object[] {generation, of, rank, counted.product, counted.orders});
    }
  }

  private void flush(String insert) {
    for (int from = 0; from < waiting.size(); from += PAGE) {
      inserts.rows().insert(insert, waiting.subList(from, Math.min(waiting.size(), from + PAGE)));
    }
    waiting.clear();
  }

  /** A product and the number of orders it stands for. */
  private static final class Counted {
    final long product;
    final long orders;

    Counted(long product, long orders) {
      this.product = product;
      this.orders = orders;
    }
  }
}
