package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import org.broadleafcommerce.core.rating.dao.RatingSummaryDao;
import org.broadleafcommerce.core.rating.domain.RatingSummary;
import org.broadleafcommerce.core.rating.service.RatingService;
import org.broadleafcommerce.core.rating.service.type.RatingType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.review.BroadleafRatings;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.springframework.jdbc.core.JdbcTemplate;

/** The host's own rating after we wrote it, as the host's service reads it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostRatingsIT {
  private static final long PRODUCT = 987_001;

  @Test
  void a_theme_that_shows_the_hosts_rating_sees_the_newest_average() {
    Plugin plugin = HostContext.plugin();
    BroadleafRatings ratings =
        new BroadleafRatings(
            HostContext.get().getBean("blRatingSummaryDao", RatingSummaryDao.class),
            new SettingsQuery(
                HostContext.get()
                    .getBean("entityManagerFactory", javax.persistence.EntityManagerFactory.class),
                plugin.getTransactions()),
            new JdbcTemplate(HostContext.dataSource()));
    plugin.getTransactions().run(() -> ratings.write(PRODUCT, BigDecimal.ZERO));
    assertThat(read()).as("no row for a product without reviews").isNull();
    plugin.getTransactions().run(() -> ratings.write(PRODUCT, new BigDecimal("4.33")));
    assertThat(read().getAverageRating()).isEqualTo(4.33);
    plugin.getTransactions().run(() -> ratings.write(PRODUCT, new BigDecimal("4.50")));
    assertThat(read().getAverageRating()).isEqualTo(4.5);
    assertThat(rows()).isEqualTo(1);
    plugin.getTransactions().run(() -> ratings.write(PRODUCT, BigDecimal.ZERO));
    assertThat(read().getAverageRating()).isZero();
    assertThat(plugin.getReviews().products.of(Collections.singleton(PRODUCT))).isEmpty();
  }

  private static RatingSummary read() {
    return HostContext.get()
        .getBean("blRatingService", RatingService.class)
        .readRatingSummary(String.valueOf(PRODUCT), RatingType.PRODUCT);
  }

  private static int rows() {
    return new JdbcTemplate(HostContext.dataSource())
        .queryForObject(
            "select count(*) from BLC_RATING_SUMMARY where ITEM_ID = ?",
            Integer.class,
            String.valueOf(PRODUCT));
  }
}
