package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.analytics.ProductFigure;
import org.postpurchase.analytics.ProductFigures;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WatchedDataSource;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** The report over products, from the plugin's counts and the host's real order lines. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductFiguresIT {
  /** Products that nobody else counts. */
  private static final AtomicLong IDS = new AtomicLong(7_000_000_000L);

  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  private final Shopper shopper = new Shopper(HostContext.get());
  private final Plugin plugin = HostContext.plugin();
  private final WatchedDataSource watch = HostContext.watch();
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final ProductFigures figures = plugin.bean(ProductFigures.class);
  private final Set<Long> mine = new HashSet<>();

  @AfterEach
  void clear() {
    for (Long product : mine) {
      jdbc.update("delete from PP_REVIEW_SUMMARY where PRODUCT_ID = ?", product);
      jdbc.update("delete from PP_KEPT_COUNT where PRODUCT_ID = ?", product);
    }
    jdbc.update("delete from PP_CASE where CAUSE_KEY like 'figures:%'");
    jdbc.update("delete from PP_SURVEY_ANSWER where SURVEY_ID = 7000000000");
    jdbc.update("delete from PP_SURVEY_VERSION where SURVEY_ID = 7000000000");
  }

  private void reviewed(long product, int... stars) {
    mine.add(product);
    jdbc.update(
        "insert into PP_REVIEW_SUMMARY (PRODUCT_ID, N1, N2, N3, N4, N5, VERIFIED_N, PHOTOS_N,"
            + " EDITION, CHANGED_AT) values (?, ?, ?, ?, ?, ?, 0, 0, 1, ?)",
        product,
        stars[0],
        stars[1],
        stars[2],
        stars[3],
        stars[4],
        Utc.param(NOW));
  }

  private void delivered(long product, int kept, int back) {
    mine.add(product);
    jdbc.update(
        "insert into PP_KEPT_COUNT (PRODUCT_ID, KEPT_N, BACK_N, CHANGED_AT) values (?, ?, ?, ?)",
        product,
        kept,
        back,
        Utc.param(NOW));
  }

  private List<ProductFigure> page(ProductFigures.Order order) {
    return plugin.getTransactions().call(() -> figures.page(order, 1_000, 0)).stream()
        .filter(f -> mine.contains(f.productId))
        .toList();
  }

  @Test
  void each_product_has_its_stars_returns_cases_and_scores() throws Exception {
    long sku = shopper.newSku();
    long bad =
        jdbc.queryForObject(
            "select DEFAULT_PRODUCT_ID from BLC_SKU where SKU_ID = ?", Long.class, sku);
    long back = IDS.incrementAndGet();
    reviewed(bad, 3, 1, 0, 0, 4);
    delivered(bad, 90, 1);
    delivered(back, 5, 15);
    Order order = shopper.buy("figures" + System.nanoTime() + "@test.example", sku);
    long line = order.getOrderItems().get(0).getId();
    jdbc.update(
        "update BLC_DISCRETE_ORDER_ITEM set PRODUCT_ID = ? where ORDER_ITEM_ID = ?", bad, line);
    opened("figures:1:" + line, line, "OPEN");
    opened("figures:2:" + line, line, "CLOSED");
    opened("figures:3:" + line, line + 1_000_000, "OPEN");
    jdbc.update(
        "insert into PP_SURVEY_VERSION (SURVEY_ID, VERSION_NUMBER, KIND1, QUESTION1, KIND2,"
            + " PUBLISHED_AT) values (7000000000, 1, 'CSAT', 'How?', 'NPS', ?)",
        Utc.param(NOW));
    answered(order.getId(), 5, 10);
    answered(order.getId(), 5, 9);
    answered(order.getId(), 1, 3);
    answered(order.getId(), 2, null);

    List<ProductFigure> worst = page(ProductFigures.Order.LOW_STARS);
    assertThat(worst).extracting(f -> f.productId).containsExactly(bad, back);
    ProductFigure first = worst.get(0);
    assertThat(first.reviews()).isEqualTo(8);
    assertThat(first.low()).isEqualTo(4);
    assertThat(first.average().get()).isEqualByComparingTo("3.1");
    assertThat(first.kept.kept).isEqualTo(90);
    assertThat(first.problems.all).isEqualTo(2);
    assertThat(first.problems.open).isEqualTo(1);
    assertThat(first.recommended.answers).isEqualTo(3);
    assertThat(first.recommended.score()).isEqualTo(33);
    ProductFigure second = worst.get(1);
    assertThat(second.average()).isEmpty();
    assertThat(second.kept.back).isEqualTo(15);
    assertThat(second.problems.all).isZero();
    assertThat(page(ProductFigures.Order.SENT_BACK))
        .extracting(f -> f.productId)
        .containsExactly(back, bad);
  }

  @Test
  void a_page_costs_three_statements_however_many_products_it_shows() {
    for (int i = 0; i < 25; i++) {
      reviewed(IDS.incrementAndGet(), i, 0, 0, 0, 1);
    }
    watch.reset();
    plugin.getTransactions().run(() -> figures.page(ProductFigures.Order.REVIEWS, 30, 0));
    assertThat(watch.statements()).hasSizeLessThanOrEqualTo(3);
    assertThat(page(ProductFigures.Order.REVIEWS)).hasSize(25);
  }

  private void opened(String cause, long line, String state) {
    jdbc.update(
        "insert into PP_CASE (CAUSE_KEY, KIND, CONTACT, EMAIL, CUSTOMER_ID, ORDER_ID,"
            + " ORDER_LINE_ID, SUBJECT, STATE, OPENED_AT, FIRST_DUE_AT, DUE_AT, ADVERTISING,"
            + " EDITION) values (?, 'REVIEW', 'a@b', 'a@b', 0, 0, ?, 'Tea', ?, ?, ?, ?, 'RESUMED',"
            + " 0)",
        cause,
        line,
        state,
        Utc.param(NOW),
        Utc.param(NOW),
        Utc.param(NOW));
  }

  private void answered(long order, int first, Integer second) {
    jdbc.update(
        "insert into PP_SURVEY_ANSWER (SURVEY_ID, ASK_KEY, VERSION_NUMBER, CONTACT, CUSTOMER_ID,"
            + " ORDER_ID, VALUE1, VALUE2, LOCALE_CODE, ANSWERED_AT) values (7000000000, ?, 1, 'a',"
            + " 0, ?, ?, ?, 'en', ?)",
        "order:" + IDS.incrementAndGet(),
        order,
        first,
        second,
        Utc.param(NOW));
  }
}
