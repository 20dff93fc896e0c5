package org.postpurchase.referral.invite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Deletes the mails of invitations, and with them the addresses, once nothing is expected of them
 * any more: bounces come within days. What stays is a hash by which the same mailbox is not invited
 * again. Once a day; two nodes at the same rows delete them once.
 */
public final class ForgetInvited implements Upkeep {
  private static final Duration KEPT = Duration.ofDays(14);
  private static final int BATCH = 500;
  private static final int BATCHES_MAX = 40;

  private final InvitationStore store;
  private final MessageStore messages;
  private final WorkFailures failures;
  private final SendInvitations.Base base;
  private Instant next = Instant.EPOCH;

  public ForgetInvited(
      InvitationStore store,
      MessageStore messages,
      WorkFailures failures,
      SendInvitations.Base base) {
    this.store = store;
    this.messages = messages;
    this.failures = failures;
    this.base = base;
  }

  @Override
  public String name() {
    return "invited-purge";
  }

  @Override
  public synchronized int runDue() {
    Instant now = base.clock.instant();
    if (now.isBefore(next)) {
      return 0;
    }
    next = now.plus(Duration.ofDays(1));
    return failures.run(
        WorkFailures.Work.of(
            name(),
            limit -> Collections.singletonList(now),
            moment -> "invitations",
            moment -> forget(moment.minus(KEPT)) > 0),
        2);
  }

  private int forget(Instant before) {
    int gone = 0;
    boolean more = true;
    for (int i = 0; i < BATCHES_MAX && more; i++) {
      List<Long> found =
          base.transactions.call(
              () -> {
                List<Long> old = store.messagesBefore(before, BATCH);
                store.forgetMessages(finished(old));
                return old;
              });
      gone += found.size();
      more = found.size() == BATCH;
    }
    return gone;
  }

  /** Deletes those that have ended and returns them, with those that are not there any more. */
  private Collection<Long> finished(List<Long> ids) {
    Set<Long> left = messages.deleteFinished(ids);
    Collection<Long> gone = new ArrayList<>(ids);
    gone.removeAll(left);
    return gone;
  }
}
