package org.postpurchase.broadleaf.config;

import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.series.EndedRest;
import org.postpurchase.tracking.LinkSigner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much advertising people get, when, and what they wish. */
@Configuration
class RestraintConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  RestraintParts ppRestraint(
      Channels channels,
      Consents consents,
      ReviewParts reviews,
      LinkSigner signer,
      MessageStore messages,
      SeriesParts series) {
    return new RestraintParts(base, channels, consents, reviews.asks, signer, messages)
        .telling(
            contact -> base.transactions.run(() -> ended(EndedRest.ofWishes(contact), series)),
            () -> ended(EndedRest.ofPace(), series));
  }

  private void ended(EndedRest rest, SeriesParts series) {
    series.executions.lookAtOnce(rest, base.clock.instant());
  }
}
