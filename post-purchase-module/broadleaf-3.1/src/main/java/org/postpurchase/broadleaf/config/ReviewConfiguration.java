package org.postpurchase.broadleaf.config;

import org.broadleafcommerce.core.rating.dao.RatingSummaryDao;
import org.postpurchase.broadleaf.order.OrdersOfCustomer;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.review.ReviewsToWrite;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reviews, asking for them, and rights to words and photos of customers. */
@Configuration
class ReviewConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  ReviewParts ppReviews(
      OrderReader orders,
      OrderLineStore lines,
      LinkSigner signer,
      ObjectFactory<LoyaltyParts> loyalty,
      ObjectFactory<Moments> moments) {
    return new ReviewParts(base, orders, lines, signer, loyalty::getObject, moments::getObject);
  }

  @Bean
  StoryParts ppStories(ReviewParts reviews, ObjectFactory<Moments> moments) {
    return new StoryParts(base, reviews, moments::getObject);
  }

  /** What customers may still review, for their own page. */
  @Bean
  ReviewsToWrite ppReviewsToWrite(ReviewParts reviews) {
    return reviews.engine.toWrite(new OrdersOfCustomer(base.jdbc));
  }

  @Bean
  FeatureWork ppReviewWork(
      ReviewParts reviews,
      @Qualifier("blRatingSummaryDao") RatingSummaryDao ratings,
      SettingsQuery query) {
    return new FeatureWork()
        .at(FeatureWork.Turn.REVIEWS, reviews.engine.handler())
        .at(FeatureWork.Turn.KEPT_LINES, reviews.engine.countKept())
        .during(FeatureWork.Stage.UPKEEP, reviews.proveCounts(base))
        .during(FeatureWork.Stage.UPKEEP, reviews.hostRatings(base, ratings, query));
  }
}
