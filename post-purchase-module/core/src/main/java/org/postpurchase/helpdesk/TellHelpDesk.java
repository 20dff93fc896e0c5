package org.postpurchase.helpdesk;

import java.time.Instant;
import org.postpurchase.service.CaseEvent;
import org.postpurchase.service.CaseHook;

/**
 * Queues a webhook for what happens to a case, in the transaction in which it happens. Nothing is
 * queued while no address is set, so that setting one tells nothing of the past.
 */
public final class TellHelpDesk implements CaseHook {
  private final HelpDeskStore store;

  public TellHelpDesk(HelpDeskStore store) {
    this.store = store;
  }

  @Override
  public void happened(long caseId, CaseEvent.Kind kind, Instant at) {
    HookEvent event = HookEvent.of(kind);
    if (event != null && store.read().tells()) {
      store.queue(caseId, event, at);
    }
  }
}
