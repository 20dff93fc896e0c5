package org.postpurchase.service;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Tells of each mailbox that may get advertising again because its case was closed, by a person or
 * by the timer, or because advertising was resumed later. Whether it does is asked where it is
 * decided: the mailbox may have another case. In the transaction in which it happens.
 */
public final class TellClosedCases implements CaseHook {
  private final CaseHook first;
  private final CaseStore cases;
  private final Consumer<String> those;

  /**
   * @param first hears of everything before
   * @param those are told keys of mailboxes
   */
  public TellClosedCases(CaseHook first, CaseStore cases, Consumer<String> those) {
    this.first = requireNonNull(first, "first");
    this.cases = requireNonNull(cases, "cases");
    this.those = requireNonNull(those, "those");
  }

  @Override
  public void happened(long caseId, CaseEvent.Kind kind, Instant at) {
    first.happened(caseId, kind, at);
    if (kind == CaseEvent.Kind.CLOSED || kind == CaseEvent.Kind.RESUMED) {
      cases.find(caseId).ifPresent(one -> those.accept(one.cause.email.key()));
    }
  }
}
