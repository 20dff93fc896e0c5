package org.postpurchase.admin.message;

import java.time.Clock;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.messaging.AgainFilter;
import org.postpurchase.messaging.ChannelRests;
import org.postpurchase.messaging.ChannelTrouble;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Puts failed or uncertain messages back into the queue on a person's word, and has the mail server
 * tried at once if mail is at rest.
 *
 * <p>Guarded by UPDATE on {@link OutboxRecord}: who may put stuck work right may do this too.
 * Messages and audit row change together; asking again while it waits or after it was sent changes
 * nothing.
 */
final class SendAgain {
  private static final String ACTION = "send message again";
  private static final String TRY_ACTION = "try mail server";

  private final AdminAccess access;
  private final MessageStore messages;
  private final ChannelRests rests;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  public SendAgain(
      AdminAccess access,
      MessageStore messages,
      ChannelRests rests,
      AuditLog audit,
      Transactions transactions,
      Clock clock) {
    this.access = access;
    this.messages = messages;
    this.rests = rests;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whether the current user may do it at all. */
  public boolean isAllowed() {
    return access.may(OutboxRecord.class, EntityOperationType.UPDATE);
  }

  /** Returns false when there is no such message or it neither failed nor is uncertain. */
  public boolean message(long id) throws SecurityServiceException {
    String subject = "message " + id;
    access.require(OutboxRecord.class, EntityOperationType.UPDATE, ACTION, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean queued = messages.sendAgain(id, clock.instant());
          if (queued) {
            rests.probeNow(clock.instant());
            audit.done(actor, ACTION, subject, "queued");
          }
          return queued;
        });
  }

  /** Everything that failed and fits the filter; returns how many that were. */
  public int all(AgainFilter filter) throws SecurityServiceException {
    String subject = "failed messages " + filter;
    access.require(OutboxRecord.class, EntityOperationType.UPDATE, ACTION, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          int queued = messages.sendAgain(filter, clock.instant());
          if (queued > 0) {
            rests.probeNow(clock.instant());
          }
          audit.done(actor, ACTION, subject, queued + " queued");
          return queued;
        });
  }

  /** Has the mail server tried at once; false when mail is not at rest. */
  public boolean tryNow() throws SecurityServiceException {
    access.require(OutboxRecord.class, EntityOperationType.UPDATE, TRY_ACTION, "mail");
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean atRest = rests.probeNow(clock.instant());
          if (atRest) {
            audit.done(actor, TRY_ACTION, "mail", "at once");
          }
          return atRest;
        });
  }

  /** What keeps mail from leaving; empty when nothing does. */
  Optional<ChannelTrouble> trouble() {
    return transactions.call(rests::trouble);
  }
}
