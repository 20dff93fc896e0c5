package org.postpurchase.broadleaf.review;

import java.math.BigDecimal;
import org.broadleafcommerce.core.rating.dao.RatingSummaryDao;
import org.broadleafcommerce.core.rating.domain.RatingSummary;
import org.broadleafcommerce.core.rating.service.type.RatingType;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.review.HostRatings;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * BLC_RATING_SUMMARY of products. The host computes its average from ratings of registered
 * customers and counts a second one twice, so only the average is written, over the host's own; its
 * rows of ratings and reviews are left alone.
 */
public final class BroadleafRatings implements HostRatings {
  private static final String WRITE =
      "update BLC_RATING_SUMMARY set AVERAGE_RATING = ? where ITEM_ID = ? and RATING_TYPE = ?";

  private final RatingSummaryDao summaries;
  private final SettingsQuery query;
  private final JdbcTemplate jdbc;

  public BroadleafRatings(RatingSummaryDao summaries, SettingsQuery query, JdbcTemplate jdbc) {
    this.summaries = summaries;
    this.query = query;
    this.jdbc = jdbc;
  }

  @Override
  public void write(long productId, BigDecimal average) {
    String item = String.valueOf(productId);
    if (set(item, average) == 0 && average.signum() > 0) {
      query.read(
          em -> {
            RatingSummary row = summaries.createSummary(item, RatingType.PRODUCT);
            row.resetAverageRating();
            em.persist(row);
            em.flush();
            return row;
          });
      set(item, average);
    }
  }

  private int set(String item, BigDecimal average) {
    return jdbc.update(WRITE, average.doubleValue(), item, RatingType.PRODUCT.getType());
  }
}
