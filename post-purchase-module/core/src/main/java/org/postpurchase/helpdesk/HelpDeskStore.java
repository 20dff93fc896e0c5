package org.postpurchase.helpdesk;

import java.time.Instant;
import java.util.List;

/** The tables of the help desk. All methods join the caller's transaction. */
public interface HelpDeskStore {
  /** {@link HelpDeskSettings#OFF} where nothing was ever saved. */
  HelpDeskSettings read();

  /** Writes settings whose edition is one more than the row's; false if the row has moved on. */
  boolean save(HelpDeskSettings changed);

  /**
   * Queues a call, once for each case, kind and moment.
   *
   * @param caseId 0 for a test
   */
  void queue(long caseId, HookEvent event, Instant at);

  /** Calls that wait, oldest first. */
  List<HookCall> waiting(int limit);

  int countWaiting();

  /** The call was delivered. */
  void delivered(long callId);

  /** Drops all calls that wait. */
  void dropAll();
}
