package org.postpurchase.review.jdbc;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.postpurchase.review.ReviewCounts;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcReviewCounts implements ReviewCounts {
  private static final String COUNTS =
      "select PRODUCT_ID, N1 + N2 + N3 + N4 + N5 N from PP_REVIEW_SUMMARY where PRODUCT_ID in (";

  private final JdbcTemplate jdbc;

  JdbcReviewCounts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Long, Long> of(Collection<Long> productIds) {
    Map<Long, Long> counts = new HashMap<>();
    if (!productIds.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(productIds.size(), "?"));
      jdbc.query(
          COUNTS + marks + ")",
          row -> {
            counts.put(row.getLong("PRODUCT_ID"), row.getLong("N"));
          },
          productIds.toArray());
    }
    return counts;
  }
}
