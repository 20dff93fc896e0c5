package org.postpurchase.broadleaf.config;

import org.postpurchase.moment.Moments;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.segment.jdbc.SegmentJdbcModule;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Facts about people and segments of them. */
@Configuration
class SegmentConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  SegmentParts ppSegments(ObjectFactory<Moments> moments) {
    return new SegmentParts(base, moments::getObject);
  }

  /** Who belongs to a segment, for other features. */
  @Bean
  SegmentMembership ppSegmentMembership() {
    return SegmentJdbcModule.membership(base.inserts);
  }

  @Bean
  ShippedTriggers ppSegmentTriggers() {
    return new ShippedTriggers(SegmentParts.triggers(base));
  }

  @Bean
  FeatureWork ppSegmentWork(SegmentParts segments) {
    return new FeatureWork()
        .at(FeatureWork.Turn.PEOPLE, segments.people.handler())
        .during(FeatureWork.Stage.UPKEEP, segments.work(base));
  }
}
