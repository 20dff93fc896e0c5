package org.postpurchase.broadleaf.config;

import org.postpurchase.series.SeriesModel;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What mails and pages tell besides orders, and the blocks that mails are made of. */
@Configuration
class ContentConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  ContentParts ppContent(SegmentParts segments, SeriesModel model) {
    ContentParts content = new ContentParts(base, segments);
    model.with(content.modelParts());
    return content;
  }

  @Bean
  BlockParts ppBlocks(BeanFactory beans) {
    return new BlockParts(base, beans);
  }

  @Bean
  FeatureWork ppContentWork(ContentParts content) {
    return new FeatureWork().during(FeatureWork.Stage.UPKEEP, content.work());
  }
}
