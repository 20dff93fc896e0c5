package org.postpurchase.feedback;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;

/**
 * Acts on what became of mails: an address that does not exist gets nothing any more, whoever
 * complained gets no advertising any more, and everything else is only counted. Each event once, in
 * one transaction with its effect. A delivery that is reported late takes nothing back.
 */
public final class MailFeedback {
  private static final String ACTOR = "provider";

  private final ProviderEvents events;
  private final Consents consents;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  public MailFeedback(
      ProviderEvents events,
      Consents consents,
      AuditLog audit,
      Transactions transactions,
      Clock clock) {
    this.events = events;
    this.consents = consents;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns how many were new. */
  public int take(Collection<ProviderEvent> reported) {
    if (reported.isEmpty()) {
      return 0;
    }
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          List<ProviderEvent> added = events.add(reported, now);
          added.forEach(event -> act(event, now));
          return added.size();
        });
  }

  private void act(ProviderEvent event, Instant now) {
    if (event.address.isEmpty()) {
      return;
    }
    String contact = EmailAddress.keyOf(event.address);
    if (event.kind == ProviderEvent.Kind.HARD_BOUNCE) {
      consents.bounced(contact, event.provider + ": " + event.detail, now);
    } else if (event.kind == ProviderEvent.Kind.COMPLAINT) {
      if (consents.unsubscribe(contact, ConsentSource.COMPLAINT, event.detail, "")) {
        audit.done(ACTOR, "suppress after complaint", event.provider, event.detail);
      }
    }
  }
}
