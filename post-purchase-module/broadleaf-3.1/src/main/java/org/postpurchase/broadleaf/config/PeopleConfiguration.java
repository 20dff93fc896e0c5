package org.postpurchase.broadleaf.config;

import org.postpurchase.analytics.ProductFigures;
import org.postpurchase.broadleaf.analytics.BroadleafProductFigures;
import org.postpurchase.broadleaf.person.PeopleSearch;
import org.postpurchase.messaging.Channels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What the admin's pages about people and Home stand on. */
@Configuration
class PeopleConfiguration {
  @Autowired private Infrastructure base;

  /** Made when it is first asked for, which only the admin's webapp does. */
  @Bean
  @Lazy
  PeopleParts ppPeople(Channels channels, SegmentParts segments, PeopleSearch search) {
    return new PeopleParts(base, search, channels, segments);
  }

  @Bean
  PeopleSearch ppPeopleSearch() {
    return new PeopleSearch(base.jdbc, base.transactions, base.dialect);
  }

  /** How products do. */
  @Bean
  ProductFigures ppProductFigures() {
    return new BroadleafProductFigures(base.jdbc, base.inserts);
  }
}
