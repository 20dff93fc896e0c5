package org.postpurchase.broadleaf.config;

import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageStore;
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
    RestraintParts parts =
        new RestraintParts(base, channels, consents, reviews.asks, signer, messages);
    parts.preferences.telling(
        contact ->
            base.transactions.run(
                () -> series.executions.lookAtOnce(contact, base.clock.instant())));
    return parts;
  }
}
